package shell

import "mvdan.cc/sh/v3/syntax"

// Vain is an exec that does not replace the shell: it is run in a child.
type Vain struct {
	Simple
	In   Place // one of Pipe, Background and Subshell is set
	Last bool  // of a pipeline: at its end, where some shells run it themselves
}

// VainExecs lists them, those in a subshell only where the text ends with one:
// elsewhere exec saves a process. So it does in a subshell before &.
func (t *Text) VainExecs() []Vain {
	if t.file == nil {
		return nil
	}
	var found []Vain
	for _, s := range t.file.Stmts {
		t.vainExecs(s, Vain{}, &found)
	}
	if c, ok := t.Last(); ok && c.Exec && c.In.Subshell && !c.In.Background && !c.In.Pipe {
		found = append(found, Vain{Simple: c.Simple, In: Place{Subshell: true}})
	}
	return found
}

func (t *Text) vainExecs(s *syntax.Stmt, in Vain, found *[]Vain) {
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		in.In.Background = in.In.Background || s.Background
		if c, ok := t.call(cmd, in.In); ok && c.Exec && (in.In.Pipe || in.In.Background) {
			in.Simple = c.Simple
			*found = append(*found, in)
		}
	case *syntax.BinaryCmd:
		if !s.Background { // a list before & is a subshell
			t.vainInBinary(cmd, in, found)
		}
	case *syntax.Block:
		t.vainInLists([][]*syntax.Stmt{cmd.Stmts}, in, found)
	case *syntax.IfClause:
		t.vainInLists(ifBranches(cmd), in, found)
	}
}

func (t *Text) vainInBinary(c *syntax.BinaryCmd, in Vain, found *[]Vain) {
	x, y := in, in
	if c.Op == syntax.Pipe || c.Op == syntax.PipeAll {
		x.In.Pipe, y.In.Pipe, x.Last, y.Last = true, true, false, true
	}
	t.vainExecs(c.X, x, found)
	t.vainExecs(c.Y, y, found)
}

func (t *Text) vainInLists(lists [][]*syntax.Stmt, in Vain, found *[]Vain) {
	for _, stmts := range lists {
		for _, s := range stmts {
			t.vainExecs(s, in, found)
		}
	}
}
