package script

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// Trap is a trap for signals that tell a program to end.
type Trap struct {
	In         *shell.Text // where it is written
	Start, End int         // there, in bytes
	Signals    []string    // without SIG, such as TERM; "" for one that is not known
	Ignores    bool        // its action is empty: programs that the script starts ignore them too
}

// ending is the name of a signal that tells a program to end, without SIG; "" for
// one that is not known.
func ending(signal string) (name string, ok bool) {
	switch name := strings.TrimPrefix(strings.ToUpper(signal), "SIG"); name {
	case "HUP", "INT", "QUIT", "TERM", "":
		return name, true
	case "1":
		return "HUP", true
	case "2":
		return "INT", true
	case "3":
		return "QUIT", true
	case "15":
		return "TERM", true
	}
	return "", false
}

// trap sets or takes back a trap.
func (w *walker) trap(c *syntax.CallExpr, s *state) *state {
	args := c.Args[1:]
	if len(args) > 0 && args[0].Lit() == "--" {
		args = args[1:]
	}
	if len(args) < 2 {
		return s
	}
	at, _ := w.where(c.Args)
	t := &Trap{In: at.in, Start: at.start, End: at.end}
	for _, a := range args[1:] {
		if name, ok := ending(a.Lit()); ok {
			t.Signals = append(t.Signals, name)
		}
	}
	if len(t.Signals) == 0 {
		return s
	}
	switch action := w.scalar(args[0], s); {
	case args[0].Lit() != "-":
		t.Ignores = action.known && action.text == ""
		s.trap = t
	case s.trap != nil && !slices.ContainsFunc(s.trap.Signals, func(name string) bool { return !slices.Contains(t.Signals, name) }):
		s.trap = nil
	}
	return s
}
