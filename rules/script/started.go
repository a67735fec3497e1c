package script

import (
	"fmt"
	"iter"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// once yields, of the scripts that a rule is about, each text once, however
// often it is started.
func once(p *rules.Pass, about func(*rules.Script) bool) iter.Seq[*rules.Script] {
	return func(yield func(*rules.Script) bool) {
		seen := map[*parser.Source]bool{}
		for _, s := range p.Scripts() {
			text := s.File.Text
			if seen[text] || !about(s) {
				continue
			}
			if seen[text] = true; !yield(s) {
				return
			}
		}
	}
}

func byEngine(s *rules.Script) bool { return s.Engine }

// unstartable says what becomes of a script that is there, may be executed, and
// cannot be started.
func unstartable(s *rules.Script) string {
	if s.Engine && !s.Health {
		if e := s.Launch.ExecError(s.Name()); e != "" {
			return fmt.Sprintf("`%s`", e)
		}
	}
	if kind := shellOf(s); !s.Health && (kind == shell.Dash || kind == shell.Busybox) {
		return fmt.Sprintf("`%s: not found`", rules.Clip(s.Name()))
	}
	return fails(s)
}

// fails says it without the words of an error.
func fails(s *rules.Script) string {
	if s.Health {
		return "the health check fails every time"
	}
	return "it cannot be started"
}

// envFails says what env answers for a program that it does not find.
func envFails(s *rules.Script, program string) string {
	kind := s.Launch.Sh() // who has which shell has which env
	switch plain := !strings.ContainsAny(program, `\'`); {
	case s.Health:
	case kind == shell.Busybox && plain:
		return fmt.Sprintf("`env: can't execute '%s': No such file or directory`", rules.Clip(program))
	case kind == shell.Dash || kind == shell.Bash:
		return fmt.Sprintf("`env: '%s': No such file or directory`", rules.Clip(program))
	}
	return fails(s)
}

// shellOf tells what kind of shell starts the script; Unknown where none does.
func shellOf(s *rules.Script) shell.Kind {
	switch {
	case s.By == nil:
		return shell.Unknown
	case s.By.Script != nil:
		return s.By.Script.Kind
	case s.By.Kind != launch.Shell:
		return shell.Unknown
	}
	sc, _ := s.Launch.ShellCommand(s.By.Argv)
	return sc.Kind
}
