package script

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var programNotCopied = &rules.Rule{
	Code:     "EP509",
	Name:     "program-not-copied",
	Summary:  "the program that is started is not where its path says: a file of that name is copied elsewhere",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkProgramNotCopied,
}

func checkProgramNotCopied(p *rules.Pass) {
	seen := map[parser.Span]bool{}
	for s := range programs(p) {
		at, ok := wordAt(s.Command, s.Process.Argv[0])
		if found := elsewhere(s.Launch, s.Process.Argv[0]); ok && !seen[at] && len(found) > 0 {
			seen[at] = true
			p.Report(notCopied(s, at, found))
		}
	}
}

func notCopied(s *rules.Script, at parser.Span, found []rootfs.File) rules.Finding {
	first := found[0]
	for _, f := range found {
		if f.Executable == shell.Yes && first.Executable != shell.Yes {
			first = f
		}
	}
	f := rules.Finding{
		At: at,
		Message: fmt.Sprintf("there is no `%s` in the image, it is copied to `%s`: %s",
			rules.Clip(s.Process.Argv[0]), rules.Clip(first.Path), notThere(s, first)),
		Help: fmt.Sprintf("Write `%s`", rules.Clip(first.Path)),
	}
	if isFile := strings.HasPrefix(s.Process.Argv[0], first.Path+"/"); isFile {
		f.Help = fmt.Sprintf("Let the destination end in a slash, `%s/`: it is a folder then", rules.Clip(first.Path))
	}
	if first.By != nil {
		f.Notes = []rules.Note{{In: s.Launch.File.Source, At: first.By.Span, Message: "it is copied here"}}
	}
	return f
}

// notThere says what comes of it.
func notThere(s *rules.Script, found rootfs.File) string {
	name := s.Process.Argv[0]
	switch kind := shellOf(s); {
	case s.Health:
	case s.By == nil && strings.HasPrefix(name, found.Path+"/"):
		return fmt.Sprintf("`exec: %q: stat %s: not a directory`", name, name)
	case s.By == nil:
		return fmt.Sprintf("`exec: %q: stat %s: no such file or directory`", name, name)
	case kind == shell.Dash || kind == shell.Busybox:
		return fmt.Sprintf("`%s: not found`", rules.Clip(name))
	}
	return fails(s)
}
