package shell

import (
	"slices"

	"mvdan.cc/sh/v3/syntax"
)

// Loops returns where the endless loop stands that a text ends with and that
// does nothing but wait: while true; do sleep 60; done. A trap or a job of the
// text may still give it a purpose.
func (t *Text) Loops() (start, end int, ok bool) {
	if t.file == nil || len(t.file.Stmts) == 0 {
		return 0, 0, false
	}
	s := t.file.Stmts[len(t.file.Stmts)-1]
	for {
		list, ok := s.Cmd.(*syntax.BinaryCmd)
		if !ok || list.Op != syntax.AndStmt {
			break
		}
		s = list.Y
	}
	if inBackground(s) || s.Negated || !t.idles(s.Cmd) {
		return 0, 0, false
	}
	return offset(s.Cmd.Pos()), offset(s.Cmd.End()), true
}

// idles is about while true, until false, and for ((;;)).
func (t *Text) idles(cmd syntax.Command) bool {
	switch loop := cmd.(type) {
	case *syntax.WhileClause:
		always := []string{"true", ":"}
		if loop.Until {
			always = []string{"false"}
		}
		return t.only(loop.Cond, always) && t.only(loop.Do, []string{"sleep", ":", "true"})
	case *syntax.ForClause:
		c, ok := loop.Loop.(*syntax.CStyleLoop)
		return ok && c.Cond == nil && t.only(loop.Do, []string{"sleep", ":", "true"})
	}
	return false
}

// only reports whether statements are simple commands of these names.
func (t *Text) only(stmts []*syntax.Stmt, names []string) bool {
	return !slices.ContainsFunc(stmts, func(s *syntax.Stmt) bool {
		call, ok := s.Cmd.(*syntax.CallExpr)
		if !ok || inBackground(s) {
			return true
		}
		c, ok := t.call(call, Place{})
		return !ok || !slices.Contains(names, c.Name())
	})
}

// LeftJob returns the job that a text ends with, before &, where the shell
// waits for nothing that may go on: it ends, and the job is left alone.
func (t *Text) LeftJob() (start, end int, ok bool) {
	if t.file == nil || len(t.file.Stmts) == 0 {
		return 0, 0, false
	}
	last := len(t.file.Stmts) - 1
	for _, s := range t.file.Stmts[:last] {
		if !inBackground(s) && t.mayStay(s) {
			return 0, 0, false
		}
	}
	s := t.file.Stmts[last]
	if s.Cmd == nil { // nothing but a redirection
		return 0, 0, false
	}
	return offset(s.Cmd.Pos()), offset(s.Cmd.End()), inBackground(s)
}

// mayStay reports whether a statement runs a command that can take long, or
// waits for one.
func (t *Text) mayStay(s *syntax.Stmt) bool {
	stays := false
	syntax.Walk(s, func(n syntax.Node) bool {
		if call, ok := n.(*syntax.CallExpr); ok {
			c, ok := t.call(call, Place{})
			stays = stays || ok && (c.LongRunning() && !c.IsJob() || c.Name() == "wait" || c.Name() == "read")
		}
		return !stays
	})
	return stays
}
