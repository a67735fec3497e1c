package script

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var scriptNotExecutable = &rules.Rule{
	Code:     "EP506",
	Name:     "script-not-executable",
	Summary:  "a script that is started by its name is copied without the permission to execute it",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkScriptNotExecutable,
}

func checkScriptNotExecutable(p *rules.Pass) {
	type copied struct {
		by   *parser.Instruction
		path string
	}
	seen := map[copied]bool{}
	for _, s := range p.Scripts() {
		c := copied{s.File.By, s.File.Path}
		if !s.Direct || s.File.Executable != shell.No || c.by == nil || seen[c] {
			continue
		}
		seen[c] = true
		p.Report(rules.Finding{
			At: c.by.Span, Notes: append(modeOf(s), s.StartedHere()...),
			Message: fmt.Sprintf("`%s` is not executable: %s", rules.Clip(s.File.Path), denied(s)),
			Help:    makeExecutable(s),
		})
	}
}

// modeOf says where the file has no permission from.
func modeOf(s *rules.Script) []rules.Note {
	if s.File.State == rootfs.Inline || setsMode(s) || s.File.Chmod {
		return nil
	}
	return []rules.Note{{In: s.File.Text, Message: "the file is not executable in the build context"}}
}

// setsMode reports whether the COPY decides the mode itself.
func setsMode(s *rules.Script) bool { return strings.Contains(s.File.By.Logical.Text, "--chmod=") }

// denied says what comes of starting the script.
func denied(s *rules.Script) string {
	name := s.Name()
	switch {
	case s.Health:
		return fails(s)
	case s.Engine && strings.Contains(name, "/"):
		return fmt.Sprintf("`exec: %q: permission denied`", name)
	case s.Engine:
		return fmt.Sprintf("`exec: %q: executable file not found in $PATH`", name)
	case shellOf(s) != shell.Unknown && strings.Contains(name, "/"):
		return fmt.Sprintf("`%s: Permission denied`", rules.Clip(name))
	}
	return fails(s)
}

func makeExecutable(s *rules.Script) string {
	if s.File.Chmod {
		return "Leave it executable: a RUN takes the permission away, whatever COPY says"
	}
	help := fmt.Sprintf("Write `%s --chmod=755`", s.File.By.Verb.Value)
	if s.File.State == rootfs.Inline || setsMode(s) {
		return help
	}
	return help + ", or let git know it: `git update-index --chmod=+x FILE`"
}
