package script

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// binary runs a list or a pipeline.
func (w *walker) binary(c *syntax.BinaryCmd, s *state) outcome {
	if c.Op == syntax.Pipe || c.Op == syntax.PipeAll {
		return w.beside([]*syntax.Stmt{c.X, c.Y}, s)
	}
	truth, o := w.truth(c.X, s)
	if c.Op == syntax.OrStmt {
		truth = not(truth)
	}
	switch {
	case o.next == nil:
		return o
	case truth == shell.No:
		if c.Op == syntax.OrStmt && !w.exits(c.Y) {
			w.goOn(o.next)
		}
		return o
	case truth == shell.Yes:
		y := w.stmt(c.Y, o.next)
		return outcome{y.next, join(o.returned, y.returned)}
	}
	y := w.stmt(c.Y, o.next.guess())
	return outcome{join(o.next, y.next), join(o.returned, y.returned)}
}

// exits reports whether what stands behind || only ends the script, which it does
// without it as well.
func (w *walker) exits(s *syntax.Stmt) bool {
	call, ok := s.Cmd.(*syntax.CallExpr)
	return ok && len(call.Args) > 0 && (call.Args[0].Lit() == "exit" || call.Args[0].Lit() == "return")
}

func not(a shell.Answer) shell.Answer {
	switch a {
	case shell.Yes:
		return shell.No
	case shell.No:
		return shell.Yes
	}
	return shell.NotKnown
}

func (w *walker) ifClause(c *syntax.IfClause, s *state) outcome {
	if len(c.Cond) == 0 { // else
		return w.list(c.Then, s)
	}
	truth, cond := w.condition(c.Cond, s)
	if cond.next == nil {
		return cond
	}
	s = cond.next
	otherwise := func(s *state) outcome {
		if c.Else == nil {
			return outcome{next: s}
		}
		return w.ifClause(c.Else, s)
	}
	var o outcome
	switch truth {
	case shell.Yes:
		o = w.list(c.Then, s)
	case shell.No:
		o = otherwise(s)
	default:
		o = w.list(c.Then, s.guess()).join(otherwise(s.guess()))
		o.next = settle(s, o.next)
	}
	o.returned = join(cond.returned, o.returned)
	return o
}

// settle is about the state behind a branch that may have been taken: where
// the script goes on anyway, it is as sure as before.
func settle(before, after *state) *state {
	if after != nil && before.sure {
		after = after.copy()
		after.sure = true
	}
	return after
}

func (w *walker) caseClause(c *syntax.CaseClause, s *state) outcome {
	subject := w.scalar(c.Word, s)
	var all outcome
	sure := subject.known
	for _, item := range c.Items {
		truth := w.matches(subject, item.Patterns, s)
		if truth == shell.No {
			continue
		}
		branch := s
		if truth != shell.Yes || !sure {
			branch, sure = s.guess(), false
		}
		all = all.join(w.list(item.Stmts, branch))
		if truth == shell.Yes && item.Op == syntax.Break {
			all.next = settle(s, all.next)
			return all
		}
	}
	all.next = settle(s, join(all.next, s))
	return all
}
