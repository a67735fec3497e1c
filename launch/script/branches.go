package script

import (
	"slices"
	"strings"

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
		truth = truth.Not()
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
	left := w.left
	y := w.stmt(c.Y, o.next.guess())
	if (w.left > left || y.returned != nil) && w.asks(c.X, s) {
		o.next = o.next.guess()
	}
	return outcome{join(o.next, y.next), join(o.returned, y.returned)}
}

// asks reports whether a condition is about the arguments of this run: what it
// cannot be decided for is not known then, rather than a special case.
func (w *walker) asks(cond syntax.Node, s *state) bool {
	if s.anyArgs {
		return false
	}
	found := false
	syntax.Walk(cond, func(n syntax.Node) bool {
		if p, ok := n.(*syntax.ParamExp); ok && p.Param != nil {
			found = found || p.Param.Value != "0" && strings.Contains("123456789@*#", p.Param.Value[:1])
		}
		return !found
	})
	return found
}

// exits reports whether what stands behind || only ends the script, which it does
// without it as well.
func (w *walker) exits(s *syntax.Stmt) bool {
	call, ok := s.Cmd.(*syntax.CallExpr)
	return ok && len(call.Args) > 0 && (call.Args[0].Lit() == "exit" || call.Args[0].Lit() == "return")
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
		left := w.left
		o = w.list(c.Then, s.guess()).join(otherwise(s.guess()))
		if w.left == left && o.returned == nil || !slices.ContainsFunc(c.Cond, func(cond *syntax.Stmt) bool { return w.asks(cond, s) }) {
			o.next = settle(s, o.next)
		}
	}
	o.returned = join(cond.returned, o.returned)
	return o
}

// settle is about the state behind a branch that may have been taken: where
// the script goes on anyway, it is as sure as before.
func settle(before, after *state) *state {
	if after != nil && before != nil && before.sure {
		after = after.copy()
		after.sure = true
	}
	return after
}

func (w *walker) caseClause(c *syntax.CaseClause, s *state) outcome {
	subject := w.scalar(c.Word, s)
	var all outcome
	sure := subject.known
	for i, item := range c.Items {
		truth := w.matches(subject, item.Patterns, s)
		if truth == shell.No {
			continue
		}
		branch := s
		if truth != shell.Yes || !sure {
			branch, sure = s.guess(), false
		}
		o, op := w.items(c.Items[i:], branch)
		all.returned = join(all.returned, o.returned)
		switch {
		case op == syntax.Break:
			all.next = join(all.next, o.next)
		case truth == shell.Yes: // ;;& tests the others as well
			s = settle(s, o.next)
		default:
			s = settle(s, join(s, o.next))
		}
		if truth == shell.Yes && (op == syntax.Break || s == nil) {
			all.next = settle(s, all.next)
			return all
		}
	}
	all.next = settle(s, join(all.next, s))
	return all
}

// items runs a branch of case, and those that it falls through to. The operator
// is that which the last one ends with.
func (w *walker) items(items []*syntax.CaseItem, s *state) (outcome, syntax.CaseOperator) {
	var all outcome
	for i, item := range items {
		o := w.list(item.Stmts, s)
		all = outcome{o.next, join(all.returned, o.returned)}
		if s = o.next; item.Op != syntax.Fallthrough || i == len(items)-1 || s == nil {
			return all, item.Op
		}
	}
	return all, syntax.Break
}
