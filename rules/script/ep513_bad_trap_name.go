package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var badTrapName = &rules.Rule{
	Code:     "EP513",
	Name:     "bad-trap-name",
	Summary:  "dash does not know a signal by the name that trap gives it, and sets no trap",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkBadTrapName,
}

func checkBadTrapName(p *rules.Pass) {
	for _, s := range p.Scripts() {
		if s.Again || s.Text == nil || s.File.Edited || s.Kind != shell.Dash {
			continue
		}
		for _, b := range s.Text.BadTraps() {
			in, at := s.Source(b.Name.Start, b.Name.End)
			ends := errexit(s) || s.Text.Errexit(b.Start)
			p.Report(rules.Finding{In: in, At: at, Message: refused(b, ends), Notes: s.StartedHere(), Help: known(b)})
		}
	}
	for _, c := range p.Commands() {
		text := c.ShellText()
		if !c.Effective() || text == nil || text.Kind != shell.Dash {
			continue
		}
		for _, b := range text.BadTraps() {
			p.Report(rules.Finding{At: text.At(b.Name.Start, b.Name.End), Message: refused(b, text.Errexit(b.Start)), Help: known(b)})
		}
	}
}

// refuses reports whether the shell does not set a trap.
func refuses(kind shell.Kind, trap *script.Trap) bool {
	return kind == shell.Dash && slices.ContainsFunc(trap.In.BadTraps(), func(b shell.BadTrap) bool { return b.Start == trap.Start })
}

// refused says what dash answers, and what comes of it.
func refused(b shell.BadTrap, ends bool) string {
	outcome := "the trap is not set"
	switch {
	case ends:
		outcome = "set -e ends the shell there, with status 1"
	case b.Words[1].Value == "-":
		outcome = "nothing is reset"
	}
	return fmt.Sprintf("dash answers `trap: %s: bad trap`: %s", b.Name.Value, outcome)
}

func known(b shell.BadTrap) string {
	if name := b.Signal(); name != "" {
		return fmt.Sprintf("Write %s, which every shell knows", name)
	}
	return fmt.Sprintf("Run it with bash, which alone has a trap for %s", b.Name.Value)
}

// errexit reports whether the first line of a script says -e. As an argument of
// a shell it is read with the options given there.
func errexit(s *rules.Script) bool {
	options := s.Process.Argv[1:max(1, s.Word)]
	if s.Direct {
		options = s.Interpreter[min(1, len(s.Interpreter)):]
	}
	return slices.ContainsFunc(options, func(o string) bool { return strings.HasPrefix(o, "-") && strings.Contains(o, "e") })
}
