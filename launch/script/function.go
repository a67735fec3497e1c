package script

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// function runs a function with arguments of its own. The status of the state
// behind it is the function's.
func (w *walker) function(f function, args []value, s *state) outcome {
	if w.depth >= maxDepth {
		return outcome{next: s.guess()}
	}
	inner := s.copy()
	inner.args, inner.anyArgs = args, splits(args)
	inner.status = shell.NotKnown
	w.locals = append(w.locals, map[string]bool{})
	end := w.nested(f.in, []*syntax.Stmt{f.body}, inner)
	locals := w.locals[len(w.locals)-1]
	w.locals = w.locals[:len(w.locals)-1]
	if end.next != nil {
		end.next.status = shell.NotKnown
	}
	after := join(end.next, end.returned)
	if after == nil {
		return outcome{}
	}
	after = after.copy()
	after.args, after.anyArgs = s.args, s.anyArgs
	after.restore(locals, s)
	return outcome{next: after}
}

// restore gives the variables back that a function had for itself.
func (s *state) restore(names map[string]bool, before *state) {
	for name := range names {
		if v, ok := before.vars[name]; ok {
			s.vars[name] = v
		} else {
			delete(s.vars, name)
		}
	}
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
			s.status = shell.AnswerOf(n.text == "0")
		}
	}
	return s
}

// refer forgets the variables that are set by another name from here on.
func (s *state) refer(all []*syntax.Assign) {
	for _, a := range all {
		if a.Name == nil {
			continue
		}
		target := s.vars[a.Name.Value]
		if !target.known {
			s.forget()
			return
		}
		s.vars[target.text], s.vars[a.Name.Value] = value{}, value{}
	}
}

// declare sets variables, and in a function keeps them to it. Without a value
// they are empty in bash, and what they were before in dash.
func (w *walker) declare(c *syntax.DeclClause, s *state) *state {
	options := ""
	for _, a := range c.Args {
		if a.Name == nil && a.Value != nil {
			options += w.text.Source(a.Value)
		}
	}
	switch c.Variant.Value {
	case "local", "declare", "typeset":
	default:
		return w.assign(c.Args, s)
	}
	s = w.assign(c.Args, s)
	if strings.Contains(options, "n") {
		s.refer(c.Args)
	}
	for _, a := range c.Args {
		switch {
		case a.Name == nil:
			continue
		case a.Naked && len(w.locals) > 0, strings.ContainsAny(options, "ilu"): // the value is changed
			s.vars[a.Name.Value] = value{}
		}
		if len(w.locals) > 0 && !strings.Contains(options, "g") {
			w.locals[len(w.locals)-1][a.Name.Value] = true
		}
	}
	return s
}
