package script

import (
	"slices"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// while runs the body of a loop once, with nothing known of what it changes.
func (w *walker) while(c *syntax.WhileClause, s *state) outcome {
	s = w.unsettle(c, s)
	truth, cond := w.condition(c.Cond, s)
	if cond.next == nil {
		return cond
	}
	if c.Until {
		truth = truth.Not()
	}
	if truth == shell.No {
		return cond
	}
	if way, ok := w.tried(c, s); ok && len(cond.next.last) == 0 {
		cond.next.last = []Way{way}
	}
	o := w.loop(c.Do, cond.next.guess())
	if truth == shell.Yes && !leaves(c.Do) {
		w.finish(o.next)
		return outcome{returned: o.returned}
	}
	return outcome{settle(s, join(cond.next, o.next)), o.returned}
}

// tried is the program that a loop starts until it succeeds: what the script is
// there for, unless another one follows.
func (w *walker) tried(c *syntax.WhileClause, s *state) (Way, bool) {
	if len(c.Cond) == 0 || w.asked > 0 {
		return Way{}, false
	}
	last := c.Cond[len(c.Cond)-1]
	call, ok := last.Cmd.(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 || c.Until == last.Negated || last.Background {
		return Way{}, false
	}
	simple, ok := w.text.Simple(call)
	if _, isFunction := w.functions[simple.Name()]; !ok || isFunction || !simple.LongRunning() || simple.Idle() || slices.Contains(queries, simple.Name()) {
		return Way{}, false
	}
	way, ok := w.way(call.Args, s)
	way.Pipe, way.Loop, way.Then = w.aside > 0, true, true
	return way, ok
}

// forClause follows a loop over few known words round by round.
func (w *walker) forClause(c *syntax.ForClause, s *state) outcome {
	iter, ok := c.Loop.(*syntax.WordIter)
	if ok {
		items := s.args
		if iter.InPos.IsValid() {
			items = w.fields(iter.Items, s)
		}
		if len(items) <= maxUnrolled && !splits(items) && (iter.InPos.IsValid() || !s.anyArgs) && !leaves(c.Do) {
			return w.unroll(iter.Name.Value, items, c.Do, s)
		}
	}
	s = w.unsettle(c, s)
	if ok {
		s.vars[iter.Name.Value] = value{}
	}
	o := w.loop(c.Do, s.guess())
	return outcome{settle(s, join(s, o.next)), o.returned}
}

// maxUnrolled is for how many items a loop is followed one by one.
const maxUnrolled = 16

// unroll runs the body once for each item.
func (w *walker) unroll(name string, items []value, body []*syntax.Stmt, s *state) outcome {
	var all outcome
	for _, item := range items {
		s = s.copy()
		s.vars[name] = item
		o := w.loop(body, s)
		all.returned = join(all.returned, o.returned)
		if s = o.next; s == nil {
			return all
		}
	}
	all.next = s
	return all
}

func (w *walker) loop(body []*syntax.Stmt, s *state) outcome {
	w.loops++
	defer func() { w.loops-- }()
	return w.list(body, s)
}

// unsettle forgets what a loop changes.
func (w *walker) unsettle(loop syntax.Node, s *state) *state {
	s = s.copy()
	s.forgetNumbers(loop)
	w.changes(loop, s, map[string]bool{})
	return s
}

// changes forgets what commands and the functions that they call set.
func (w *walker) changes(n syntax.Node, s *state, seen map[string]bool) {
	if !w.spend(n) {
		return
	}
	syntax.Walk(n, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Assign:
			if n.Name != nil {
				s.vars[n.Name.Value] = value{}
			}
		case *syntax.CallExpr:
			if len(n.Args) > 0 {
				w.callChanges(n, s, seen)
			}
		}
		return true
	})
}

func (w *walker) callChanges(c *syntax.CallExpr, s *state, seen map[string]bool) {
	name := c.Args[0].Lit()
	if f, ok := w.functions[name]; ok && !seen[name] {
		seen[name] = true
		args, anyArgs := s.args, s.anyArgs
		s.forgetNumbers(f.body)
		w.changes(f.body, s, seen)
		s.args, s.anyArgs = args, anyArgs
		return
	}
	switch name {
	case "shift", "set":
		s.anyArgs = true
	case "cd", "pushd", "popd":
		s.dir = value{}
	case ".", "source", "eval":
		s.forget()
	case "unset", "read", "getopts", "printf", "mapfile", "readarray":
		for _, a := range c.Args[1:] {
			s.vars[a.Lit()] = value{}
		}
	}
}

// leaves reports whether a loop's body may end the loop, or a round of it.
func leaves(body []*syntax.Stmt) bool {
	found := false
	for _, stmt := range body {
		syntax.Walk(stmt, func(n syntax.Node) bool {
			if c, ok := n.(*syntax.CallExpr); ok && len(c.Args) > 0 && (c.Args[0].Lit() == "break" || c.Args[0].Lit() == "continue") {
				found = true
			}
			return !found
		})
	}
	return found
}
