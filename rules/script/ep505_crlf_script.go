package script

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/rules"
)

var crlfScript = &rules.Rule{
	Code:     "EP505",
	Name:     "crlf-script",
	Summary:  "the lines of a script end in CR LF: CR becomes a part of the interpreter's name, and of words",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkCRLFScript,
}

func checkCRLFScript(p *rules.Pass) {
	for s := range once(p, hasReturns) {
		in, at := s.Line(1)
		f := rules.Finding{
			In: in, At: at, Notes: s.StartedHere(),
			Message: returnsIn(s),
			Help:    withLF(s),
		}
		if attributes, line, ok := s.Launch.Files().WrittenByGit(s.File); ok {
			f.Severity = rules.Info
			f.Notes = append(f.Notes, rules.Note{In: attributes, At: line, Message: "git writes it with LF, so a fresh checkout is right"})
			f.Help = "Check the file out anew: git rm --cached -q FILE, git reset -q FILE, git checkout FILE"
		}
		p.Report(f)
	}
}

func withLF(s *rules.Script) string {
	if s.File.State == rootfs.Inline {
		return "Let the lines of the Dockerfile end in LF: a line `Dockerfile text eol=lf` in .gitattributes keeps it so"
	}
	return "Let its lines end in LF: a line `*.sh text eol=lf` in .gitattributes keeps it so"
}

// hasReturns leaves out scripts that a RUN changes, as dos2unix does.
func hasReturns(s *rules.Script) bool {
	if s.File.Edited || s.File.LineEnds {
		return false
	}
	if shebangReturns(s) || s.Text == nil {
		return shebangReturns(s)
	}
	_, found := s.Text.FirstReturn()
	return found
}

// shebangReturns reports whether the kernel reads a CR at the end of line 1.
func shebangReturns(s *rules.Script) bool {
	line, _, _ := strings.Cut(string(s.File.Text.Bytes), "\n")
	return s.Direct && s.Interpreter != nil && strings.HasSuffix(line, "\r")
}

// returnsIn says what comes of the first CR that is read.
func returnsIn(s *rules.Script) string {
	if !shebangReturns(s) {
		at, _ := s.Text.FirstReturn()
		n := s.File.Text.LineAt(at)
		return fmt.Sprintf("line %d of `%s` ends in CR LF, and the shell takes the CR for a part of the last word", n, rules.Clip(path.Base(s.Name())))
	}
	last := s.Interpreter[len(s.Interpreter)-1]
	switch {
	case len(s.Interpreter) == 1:
		return fmt.Sprintf("line 1 ends in CR LF, and there is no interpreter `%s\\r`: %s", rules.Clip(last), unstartable(s))
	case path.Base(s.Interpreter[0]) == "env":
		return fmt.Sprintf("line 1 ends in CR LF, and there is no program `%s\\r`: %s", rules.Clip(last), envFails(s, last+`\r`))
	}
	return fmt.Sprintf("line 1 ends in CR LF, and %s is given `%s\\r`, which is no option: %s", path.Base(s.Interpreter[0]), rules.Clip(last), fails(s))
}
