package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Use is a place where a text reads a variable or parameter.
type Use struct {
	Name       string // PORT, or a parameter: 0, 1, @, *, #
	Defaulted  bool   // ${X:-d}, ${X-d}, ${X:=d}, ${X=d}
	Start, End int    // byte offsets of the whole expansion in the text
}

// Parameter reports whether the use is of an argument of the shell, not of a
// variable.
func (u Use) Parameter() bool {
	return u.Name != "" && strings.Contains("0123456789@*#", u.Name[:1])
}

// Uses lists what the text reads, in order, inside substitutions too. What the
// text itself sets is left out, and every variable where it reads in another
// text that may set it.
func (t *Text) Uses() []Use {
	if t.file == nil || !strings.Contains(t.Src, "$") {
		return nil
	}
	if t.uses == nil {
		t.uses = append([]Use{}, t.readUses()...)
	}
	return t.uses
}

func (t *Text) readUses() []Use {
	v := variables{set: map[string]bool{}, filled: map[string]bool{}}
	syntax.Walk(t.file, v.visit)
	anything := t.calls(".") || t.calls("source") || t.calls("eval")
	kept := v.uses[:0]
	for _, u := range v.uses {
		provided := anything || v.set[u.Name] || v.filled[u.Name] && !u.Defaulted
		if u.Parameter() || !provided {
			kept = append(kept, u)
		}
	}
	return kept
}

// variables are those a text reads and sets.
type variables struct {
	uses   []Use
	set    map[string]bool
	filled map[string]bool // by ${X:=default}
}

func (v *variables) visit(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Assign:
		if n.Name != nil && (n.Value != nil || n.Array != nil) {
			v.set[n.Name.Value] = true
		}
	case *syntax.WordIter:
		v.set[n.Name.Value] = true
		if !n.InPos.IsValid() { // for X; do: over the arguments
			v.uses = append(v.uses, Use{Name: "@", Start: offset(n.Pos()), End: offset(n.End())})
		}
	case *syntax.CallExpr:
		readsInto(n, v.set)
	case *syntax.ParamExp:
		v.expansion(n)
	case *syntax.BinaryArithm:
		if w, ok := n.X.(*syntax.Word); ok && assigns(n.Op) {
			v.set[w.Lit()] = true
		}
	}
	return true
}

func (v *variables) expansion(p *syntax.ParamExp) {
	if p.Param == nil {
		return
	}
	v.uses = append(v.uses, use(p))
	if p.Exp != nil && (p.Exp.Op == syntax.AssignUnset || p.Exp.Op == syntax.AssignUnsetOrNull) {
		v.filled[p.Param.Value] = true
	}
}

// assigns reports whether an arithmetic operator is =, += and the like.
func assigns(op syntax.BinAritOperator) bool {
	switch op {
	case syntax.Eql, syntax.Neq, syntax.Leq, syntax.Geq:
		return false
	}
	return strings.HasSuffix(op.String(), "=")
}

func use(p *syntax.ParamExp) Use {
	u := Use{Name: p.Param.Value, Start: offset(p.Pos()), End: offset(p.End())}
	if p.Exp != nil {
		switch p.Exp.Op {
		case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
			u.Defaulted = true
		}
	}
	return u
}

// readsInto notes the variables that read, getopts and printf -v set.
func readsInto(c *syntax.CallExpr, set map[string]bool) {
	if len(c.Args) == 0 {
		return
	}
	switch c.Args[0].Lit() {
	case "read", "getopts", "printf", "mapfile", "readarray":
		for _, w := range c.Args[1:] {
			set[w.Lit()] = true
		}
	}
}

// UsesArguments reports whether the text reads $@, $*, $1 … in any way, and
// whether it reads $0, which holds the first word behind the text of sh -c.
func (t *Text) UsesArguments() (args, zero bool) {
	for _, u := range t.Uses() {
		switch {
		case u.Name == "0":
			zero = true
		case u.Parameter() && u.Name != "#":
			args = true
		}
	}
	return args, zero
}

// Traps reports whether the text sets a trap.
func (t *Text) Traps() bool {
	return t.calls("trap")
}

// handles reports whether a trap has something to do: it neither ignores a signal
// nor takes a trap back.
func (t *Text) handles() bool {
	return slices.ContainsFunc(t.Commands(), func(c Simple) bool {
		words := c.Words
		if c.Name() != "trap" || len(words) < 3 {
			return false
		}
		action := words[1]
		return action.Literal && action.Value != "" && !strings.HasPrefix(action.Value, "-")
	})
}

// calls reports whether the text runs the named command anywhere.
func (t *Text) calls(name string) bool {
	if t.file == nil || !strings.Contains(t.Src, name) {
		return false
	}
	found := false
	syntax.Walk(t.file, func(n syntax.Node) bool {
		if c, ok := n.(*syntax.CallExpr); ok && len(c.Args) > 0 && c.Args[0].Lit() == name {
			found = true
		}
		return !found
	})
	return found
}
