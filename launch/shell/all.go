package shell

import "mvdan.cc/sh/v3/syntax"

// Command is a simple command, wherever in the text it stands.
type Command struct {
	Simple
	Reads   []Word // files that redirections read
	Writes  []Word // files that redirections write
	Appends []Word // files that redirections append to

	// Sure tells that the command is run wherever the text as a whole works: it
	// stands in no branch, loop or function, and not behind ||.
	Sure bool

	// Scope tells subshells apart, in which cd ends with them; 0 is none. Depth
	// is how many of them are around the command.
	Scope, Depth int
}

// All lists the simple commands of the text in order, with those in
// compound commands, functions and substitutions.
func (t *Text) All() []Command {
	if t.file == nil {
		return nil
	}
	l := lister{text: t}
	l.list(t.file.Stmts, around{sure: true, strict: true})
	return l.found
}

// around is what a statement stands in.
type around struct {
	sure         bool // it is run
	strict       bool // the text does not work where it fails
	scope, depth int
	redirs       []*syntax.Redirect
}

type lister struct {
	text   *Text
	found  []Command
	scopes int
}

func (l *lister) list(stmts []*syntax.Stmt, in around) {
	for i, s := range stmts {
		at := in
		at.strict = in.strict && i == len(stmts)-1
		l.stmt(s, at)
	}
}

func (l *lister) stmt(s *syntax.Stmt, in around) {
	if inBackground(s) || s.Negated {
		in.strict = false
	}
	in.sure = in.sure && !inBackground(s)
	in.redirs = append(s.Redirs[:len(s.Redirs):len(s.Redirs)], in.redirs...)
	switch c := s.Cmd.(type) {
	case *syntax.CallExpr:
		l.call(c, in)
	case *syntax.BinaryCmd:
		l.binary(c, in)
	case *syntax.Block:
		l.list(c.Stmts, in)
	case *syntax.Subshell:
		l.list(c.Stmts, l.inside(in))
	case *syntax.IfClause:
		first := in
		first.strict = false
		l.list(c.Cond, first)
		l.rest(in, &syntax.Block{Stmts: c.Then}, c.Else)
	case *syntax.FuncDecl:
		l.function(c.Body, in)
	case nil:
		l.add(Simple{}, in)
	default:
		l.rest(in, c)
	}
}

func (l *lister) binary(c *syntax.BinaryCmd, in around) {
	left, right := in, in
	switch c.Op {
	case syntax.AndStmt:
		right.sure = in.sure && in.strict
	case syntax.OrStmt:
		left.strict, right.sure, right.strict = false, false, false
	default: // a pipeline
		left, right = l.inside(in), l.inside(in)
		left.strict = false
	}
	l.stmt(c.X, left)
	l.stmt(c.Y, right)
}

// function lists what a function does. The parser takes what stands behind its
// body for a part of it, as in f() { x; } && y.
func (l *lister) function(body *syntax.Stmt, in around) {
	c, ok := body.Cmd.(*syntax.BinaryCmd)
	if !ok {
		l.rest(in, body)
		return
	}
	l.function(c.X, in)
	in.sure = in.sure && in.strict && c.Op == syntax.AndStmt
	l.stmt(c.Y, in)
}

func (l *lister) inside(in around) around {
	l.scopes++
	in.scope = l.scopes
	in.depth++
	return in
}

// rest lists what may be run, or may be run more than once.
func (l *lister) rest(in around, nodes ...syntax.Node) {
	in.sure, in.strict = false, false
	for _, n := range nodes {
		if c, ok := n.(*syntax.IfClause); n == nil || ok && c == nil {
			continue
		}
		syntax.Walk(n, func(n syntax.Node) bool {
			s, ok := n.(*syntax.Stmt)
			if ok {
				l.stmt(s, in)
			}
			return !ok
		})
	}
}
