package script

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// condition runs the commands of an if or while and tells how the last ends.
func (w *walker) condition(stmts []*syntax.Stmt, s *state) (shell.Answer, outcome) {
	if len(stmts) == 0 { // mksh allows that
		return shell.NotKnown, outcome{next: s}
	}
	var returned *state
	for _, stmt := range stmts[:len(stmts)-1] {
		o := w.stmt(stmt, s)
		returned = join(returned, o.returned)
		if s = o.next; s == nil {
			return shell.NotKnown, outcome{returned: returned}
		}
	}
	w.asked++
	truth, o := w.truth(stmts[len(stmts)-1], s)
	w.asked--
	o.returned = join(returned, o.returned)
	return truth, o
}

// truth runs a command and tells whether it succeeds. A plain command outside
// a condition is taken to: the script was written to get further.
func (w *walker) truth(stmt *syntax.Stmt, s *state) (shell.Answer, outcome) {
	if stmt.Background {
		return shell.Yes, w.stmt(stmt, s)
	}
	if !w.spend(stmt) {
		return shell.NotKnown, outcome{}
	}
	answer, o := w.truthOf(stmt, s)
	if stmt.Negated {
		answer = answer.Not()
	}
	return answer, o
}

func (w *walker) truthOf(stmt *syntax.Stmt, s *state) (shell.Answer, outcome) {
	switch c := stmt.Cmd.(type) {
	case *syntax.TestClause:
		return w.test(c.X, s), outcome{next: s}
	case *syntax.BinaryCmd:
		if c.Op == syntax.AndStmt || c.Op == syntax.OrStmt {
			return w.truthOfList(c, s)
		}
	case *syntax.CallExpr:
		if len(c.Args) > 0 {
			return w.truthOfCall(c, stmt, s)
		}
	case *syntax.ArithmCmd:
		return w.counts([]syntax.ArithmExpr{c.X}, s), outcome{next: s}
	case *syntax.LetClause:
		return w.counts(c.Exprs, s), outcome{next: s}
	}
	o := w.command(stmt, s)
	return w.succeeds(), o
}

// succeeds is the answer for a command of which nothing is known.
func (w *walker) succeeds() shell.Answer {
	if w.asked > 0 {
		return shell.NotKnown
	}
	return shell.Yes
}

func (w *walker) truthOfList(c *syntax.BinaryCmd, s *state) (shell.Answer, outcome) {
	x, o := w.truth(c.X, s)
	decided := shell.No
	if c.Op == syntax.OrStmt {
		decided = shell.Yes
	}
	if o.next == nil || x == decided {
		return x, o
	}
	s = o.next
	if x == shell.NotKnown {
		s = s.guess()
	}
	y, p := w.truth(c.Y, s)
	switch {
	case x == shell.NotKnown && y != decided:
		y = shell.NotKnown
	case x == shell.NotKnown:
		y = decided
	}
	next := p.next
	if x == shell.NotKnown {
		next = join(o.next, p.next)
	}
	return y, outcome{next, join(o.returned, p.returned)}
}

// queries are commands that a script runs for their exit status.
var queries = []string{"command", "cmp", "diff", "getent", "grep", "egrep", "hash", "pgrep", "pidof", "type", "which"}

func (w *walker) truthOfCall(c *syntax.CallExpr, stmt *syntax.Stmt, s *state) (shell.Answer, outcome) {
	name := c.Args[0].Lit()
	switch {
	case name == "true" || name == ":":
		return shell.Yes, outcome{next: s}
	case name == "false":
		return shell.No, outcome{next: s}
	case name == "[" || name == "test":
		operands := w.fieldsOfTest(c.Args[1:], s)
		if name == "[" && len(operands) > 0 {
			operands = operands[:len(operands)-1]
		}
		return evaluate(operands), outcome{next: s}
	case slices.Contains(queries, name):
		return shell.NotKnown, outcome{next: s}
	}
	if f, ok := w.functions[name]; ok && asksWhetherSourced(f) {
		return shell.No, outcome{next: s}
	}
	o := w.command(stmt, s)
	if _, ok := w.functions[name]; ok && o.next != nil {
		return o.next.status, o
	}
	return w.succeeds(), o
}

// asksWhetherSourced is about _is_sourced of the official images.
func asksWhetherSourced(f function) bool {
	from, to := f.body.Pos().Offset(), f.body.End().Offset()
	body := f.in.Src[from:to]
	return strings.Contains(body, "FUNCNAME") && strings.Contains(body, "source")
}
