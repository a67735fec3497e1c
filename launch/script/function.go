package script

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// function runs a function with arguments of its own. The status of the state
// behind it is the function's.
func (w *walker) function(f function, c *syntax.CallExpr, s *state) outcome {
	if w.depth >= maxDepth {
		return outcome{next: s.guess()}
	}
	inner := s.copy()
	inner.args, inner.anyArgs = w.fields(c.Args[1:], s), false
	if splits(inner.args) {
		inner.anyArgs = true
	}
	inner.status = shell.NotKnown
	end := w.nested(f.in, []*syntax.Stmt{f.body}, inner)
	if end.next != nil {
		end.next.status = shell.NotKnown
	}
	after := join(end.next, end.returned)
	if after == nil {
		return outcome{}
	}
	after = after.copy()
	after.args, after.anyArgs = s.args, s.anyArgs
	return outcome{next: after}
}

func (w *walker) nested(in *shell.Text, stmts []*syntax.Stmt, s *state) outcome {
	outer := w.text
	w.depth++
	o := w.in(in).list(stmts, s)
	w.depth--
	w.text = outer
	return o
}

// returns notes the status that a function returns.
func (w *walker) returns(args []*syntax.Word, s *state) *state {
	s.status = shell.NotKnown
	if len(args) > 0 {
		if n := w.scalar(args[0], s); n.known {
			s.status = answer(n.text == "0")
		}
	}
	return s
}

// source reads another script into this one.
func (w *walker) source(args []*syntax.Word, s *state) outcome {
	if len(args) > 0 && w.facts.Sourced != nil && w.depth < maxDepth {
		name := w.scalar(args[0], s)
		if text := w.facts.Sourced(name.text); name.known && text != nil && text.File() != nil {
			end := w.nested(text, text.File().Stmts, s)
			return outcome{next: join(end.next, end.returned)}
		}
	}
	s.forget()
	return outcome{next: s}
}
