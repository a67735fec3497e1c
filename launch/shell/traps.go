package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// BadTrap is a trap with a name that only some shells take for a signal, such
// as SIGTERM: for dash, and for POSIX, it is TERM.
type BadTrap struct {
	Simple      // trap and its words
	Name   Word // the first such name; the shell does not read on behind it
}

// Signal is the name that every shell knows; "" where there is none.
func (b BadTrap) Signal() string {
	name := strings.ToUpper(b.Name.Value)
	if !strings.HasPrefix(name, "SIG") {
		return ""
	}
	return name[len("SIG"):]
}

// bashTraps are conditions that bash adds to the signals (bash(1), trap).
var bashTraps = []string{"DEBUG", "ERR", "RETURN"}

// BadTraps lists them. A text that looks at which shell reads it is left alone,
// and a trap that may fail: trap x SIGTERM || trap x TERM.
func (t *Text) BadTraps() []BadTrap {
	if t.file == nil || !t.mentions("trap") || t.mentions("BASH") || t.mentions("ZSH_") {
		return nil
	}
	var found []BadTrap
	syntax.Walk(t.file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.BinaryCmd:
			return n.Op != syntax.OrStmt
		case *syntax.CallExpr:
			if b, ok := t.badTrap(n); ok {
				found = append(found, b)
			}
		}
		return true
	})
	return found
}

func (t *Text) badTrap(n *syntax.CallExpr) (BadTrap, bool) {
	l, ok := t.call(n, Place{})
	if !ok || l.Name() != "trap" {
		return BadTrap{}, false
	}
	operands := l.Words[1:]
	if len(operands) > 0 && operands[0].Value == "--" {
		operands = operands[1:]
	}
	if len(operands) < 2 || operands[0].Value != "-" && strings.HasPrefix(operands[0].Value, "-") {
		return BadTrap{}, false
	}
	i := slices.IndexFunc(operands[1:], func(w Word) bool {
		return w.Literal && (len(w.Value) > 3 && strings.EqualFold(w.Value[:3], "SIG") || slices.Contains(bashTraps, w.Value))
	})
	if i < 0 {
		return BadTrap{}, false
	}
	return BadTrap{l.Simple, operands[1:][i]}, true
}

// Errexit reports whether the text says set -e, so that a command that fails
// behind it ends the shell.
func (t *Text) Errexit(before int) bool {
	return slices.ContainsFunc(t.All(), func(c Command) bool {
		return c.Sure && c.Name() == "set" && c.End <= before && slices.ContainsFunc(c.Words[1:], func(w Word) bool {
			return w.Value == "errexit" || strings.HasPrefix(w.Value, "-") && strings.Contains(w.Value, "e")
		})
	})
}
