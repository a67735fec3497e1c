package script

import (
	"fmt"
	"iter"
	"strings"

	"github.com/entrylint/entrylint/launch"
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
	if len(p.Launches) == 0 || !p.Launches[0].ReadsFiles() {
		return
	}
	seen := map[copied]bool{}
	for s := range deniedPrograms(p) {
		c := copied{s.File.By, s.File.Path}
		if c.by == nil || seen[c] {
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

// deniedPrograms yields the scripts that are started by their name and may not
// be executed, and other programs of which an instruction starts one.
func deniedPrograms(p *rules.Pass) iter.Seq[*rules.Script] {
	return func(yield func(*rules.Script) bool) {
		for _, s := range p.Scripts() {
			if s.Direct && s.File.Executable == shell.No && !yield(s) {
				return
			}
		}
		for s := range programs(p) {
			if s.ScriptFile == nil && (s.By == nil || s.By.Script == nil) && binary(s) && !yield(s) {
				return
			}
		}
	}
}

// binary finds the file of a program whose text cannot be read, if nobody may
// execute it.
func binary(s *rules.Script) bool {
	f := s.Launch.ProgramFile(s.Process.Argv[0])
	if !f.Found() || f.Dir || f.Text != nil || f.Executable != shell.No {
		return false
	}
	s.ScriptFile = &launch.ScriptFile{File: f}
	return true
}

// modeOf says where the file has no permission from.
func modeOf(s *rules.Script) []rules.Note {
	if s.File.State == rootfs.Inline || setsMode(s) || s.File.Chmod {
		return nil
	}
	if s.File.Text == nil {
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
