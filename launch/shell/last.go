package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Place says what a command stands in.
type Place struct {
	Sequence   bool // other commands run before it, behind ; or a line break
	AndOr      bool // behind && or ||
	Or         bool // behind ||
	Jobs       bool // other commands were put in the background before it
	Pipe       bool // at the end of a pipeline
	Background bool // before &
	Subshell   bool // in ( )
	Group      bool // in { }
	Branch     bool // in if or case
	Negated    bool // behind !
}

// IsTheEnd reports whether the text surely gets to the command, and ends when that
// does.
func (in Place) IsTheEnd() bool {
	return !in.Or && !in.Negated && !in.Pipe && !in.Branch && !in.Background
}

// Last is the command a text ends with: the one its author wants to run.
type Last struct {
	Simple
	Exec bool // written with exec in front
	In   Place
	Fed  bool // at the end of a pipeline: by a program that may work until it is told to stop
}

// Alone reports whether the text is this one simple command and nothing else.
func (l Last) Alone() bool { return l.In == Place{} }

// Last returns the command the text ends with; false for a loop, a test, an
// assignment, a function or a call of one. Of the branches of if and case it
// is the first that does not exec.
func (t *Text) Last() (Last, bool) {
	if t.file == nil {
		return Last{}, false
	}
	if t.ending == nil {
		l, ok := t.lastOf(t.file.Stmts, Place{})
		t.ending = &ending{l, ok && !t.defines(l.Name())}
	}
	return t.ending.Last, t.ending.known
}

// ending is the answer of [Text.Last].
type ending struct {
	Last
	known bool
}

func (t *Text) lastOf(stmts []*syntax.Stmt, in Place) (Last, bool) {
	if len(stmts) == 0 {
		return Last{}, false
	}
	if i := slices.IndexFunc(stmts, t.execs); i >= 0 {
		stmts = stmts[:i+1] // nothing behind it is ever run
	}
	before, last := stmts[:len(stmts)-1], stmts[len(stmts)-1]
	in.Sequence = in.Sequence || len(before) > 0
	in.Jobs = in.Jobs || slices.ContainsFunc(before, inBackground)
	return t.last(last, in)
}

// execs reports whether a statement replaces the shell by a program, whatever
// comes of it.
func (t *Text) execs(s *syntax.Stmt) bool {
	call, ok := s.Cmd.(*syntax.CallExpr)
	if !ok || inBackground(s) || len(call.Args) < 2 || call.Args[0].Lit() != "exec" {
		return false
	}
	l, ok := t.call(call, Place{})
	return ok && l.Exec
}

func (t *Text) last(s *syntax.Stmt, in Place) (Last, bool) {
	in.Background = in.Background || inBackground(s)
	in.Negated = in.Negated || s.Negated
	redirected := len(s.Redirs) > 0
	var c Last
	ok := false
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		c, ok = t.call(cmd, in)
	case *syntax.BinaryCmd:
		if !isPipe(cmd.Op) && t.execs(cmd.X) {
			return t.last(cmd.X, in)
		}
		c, ok = t.last(cmd.Y, in.behind(cmd.Op))
		c.Fed = c.Fed || isPipe(cmd.Op) && t.feeds(cmd.X)
	case *syntax.Block:
		in.Group = true
		c, ok = t.lastOf(cmd.Stmts, in)
	case *syntax.Subshell:
		in.Subshell = true
		c, ok = t.lastOf(cmd.Stmts, in)
	case *syntax.IfClause:
		in.Branch = true
		c, ok = t.branches(ifBranches(cmd), in)
	case *syntax.CaseClause:
		in.Branch = true
		c, ok = t.branches(caseBranches(cmd), in)
	}
	c.Redirected = c.Redirected || redirected
	return c, ok
}

// feeds reports whether what stands in front of a pipe may work until it is told
// to stop.
func (t *Text) feeds(s *syntax.Stmt) bool {
	c, ok := t.last(s, Place{})
	return !ok || c.Fed || c.LongRunning() && !c.IsJob()
}

func (in Place) behind(op syntax.BinCmdOperator) Place {
	in.Pipe = in.Pipe || isPipe(op)
	in.AndOr = in.AndOr || !isPipe(op)
	in.Or = in.Or || op == syntax.OrStmt
	return in
}

func isPipe(op syntax.BinCmdOperator) bool { return op == syntax.Pipe || op == syntax.PipeAll }

func inBackground(s *syntax.Stmt) bool { return s.Background || s.Coprocess }

// branches returns the first branch that ends in a command without exec, else
// the first that ends in a command.
func (t *Text) branches(all [][]*syntax.Stmt, in Place) (first Last, found bool) {
	for _, stmts := range all {
		c, ok := t.lastOf(stmts, in)
		if ok && !c.Exec {
			return c, true
		}
		if ok && !found {
			first, found = c, true
		}
	}
	return first, found
}

func ifBranches(c *syntax.IfClause) [][]*syntax.Stmt {
	var all [][]*syntax.Stmt
	for ; c != nil; c = c.Else {
		all = append(all, c.Then)
	}
	return all
}

func caseBranches(c *syntax.CaseClause) [][]*syntax.Stmt {
	var all [][]*syntax.Stmt
	for _, item := range c.Items {
		all = append(all, item.Stmts)
	}
	return all
}

// defines reports whether the text declares a function of that name.
func (t *Text) defines(name string) bool {
	found := false
	for _, s := range t.file.Stmts {
		f, ok := s.Cmd.(*syntax.FuncDecl)
		found = found || ok && f.Name != nil && f.Name.Value == name // "() x" has none
	}
	return found
}

// LastLine returns the place, in bytes, of the first line of the last statement;
// both are 0 for a text without one.
func (t *Text) LastLine() (start, end int) {
	if t.file == nil || len(t.file.Stmts) == 0 {
		return 0, 0
	}
	last := t.file.Stmts[len(t.file.Stmts)-1]
	start, end = offset(last.Pos()), offset(last.End())
	if n := strings.IndexByte(t.Src[start:end], '\n'); n >= 0 {
		end = start + n
	}
	return start, end
}
