package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Text is a shell text that has been parsed. Where Err is set it could not be,
// and every question about it is answered with "none" or "not known".
type Text struct {
	Src  string
	Err  error
	file *syntax.File
}

// Parse reads a text as bash does, which accepts nearly all that dash and
// busybox accept; what it refuses is tried as plain POSIX shell.
func Parse(src string) *Text {
	t := &Text{Src: src}
	for _, lang := range []syntax.LangVariant{syntax.LangBash, syntax.LangPOSIX} {
		t.file, t.Err = syntax.NewParser(syntax.Variant(lang), syntax.KeepComments(true)).Parse(strings.NewReader(src), "")
		if t.Err == nil {
			return t
		}
	}
	t.file = nil
	return t
}

// Simple is a simple command: a program and its arguments.
type Simple struct {
	Words      []Word // without exec and its options
	Assigned   bool   // NAME=value in front
	Redirected bool
	Start, End int // byte offsets of the words in the text, exec included
}

// Word is a word of a simple command.
type Word struct {
	Src        string // as written
	Value      string // what the program gets, if Literal
	Literal    bool   // no expansion, glob, tilde or brace in it
	Start, End int
}

// Name returns the program's name without its folder, and "" where an
// expansion decides it.
func (c Simple) Name() string {
	if len(c.Words) == 0 || !c.Words[0].Literal {
		return ""
	}
	return c.Words[0].Value[strings.LastIndexByte(c.Words[0].Value, '/')+1:]
}

// Place says what a command stands in.
type Place struct {
	List       bool // other commands run before it
	Or         bool // behind ||
	Pipe       bool // at the end of a pipeline
	Background bool // before &
	Subshell   bool // in ( )
	Group      bool // in { }
	Branch     bool // in if or case
	Negated    bool // behind !
}

// Last is the command a text ends with: the one its author wants to run.
type Last struct {
	Simple
	Exec bool // written with exec in front
	In   Place
}

// Alone reports whether the text is this one simple command and nothing else.
func (l Last) Alone() bool { return l.In == Place{} }

// Last returns the command the text ends with; false for a loop, a function,
// a test or an assignment. Of the branches of if and case it is the first
// that does not exec.
func (t *Text) Last() (Last, bool) {
	if t.file == nil {
		return Last{}, false
	}
	return t.lastOf(t.file.Stmts, Place{})
}

func (t *Text) lastOf(stmts []*syntax.Stmt, in Place) (Last, bool) {
	if len(stmts) == 0 {
		return Last{}, false
	}
	in.List = in.List || len(stmts) > 1
	return t.last(stmts[len(stmts)-1], in)
}

func (t *Text) last(s *syntax.Stmt, in Place) (Last, bool) {
	in.Background = in.Background || s.Background || s.Coprocess
	in.Negated = in.Negated || s.Negated
	redirected := len(s.Redirs) > 0
	var c Last
	ok := true
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		c, ok = t.call(cmd, in)
	case *syntax.BinaryCmd:
		in.List = true
		in.Or = in.Or || cmd.Op == syntax.OrStmt
		in.Pipe = in.Pipe || cmd.Op == syntax.Pipe || cmd.Op == syntax.PipeAll
		c, ok = t.last(cmd.Y, in)
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
	default:
		return Last{}, false
	}
	c.Redirected = c.Redirected || redirected
	return c, ok
}

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

// call reads a simple command. exec and its options are taken off; exec with
// nothing but redirections is no command.
func (t *Text) call(c *syntax.CallExpr, in Place) (Last, bool) {
	if len(c.Args) == 0 {
		return Last{}, false
	}
	l := Last{In: in}
	l.Assigned = len(c.Assigns) > 0
	l.Start, l.End = offset(c.Args[0].Pos()), offset(c.Args[len(c.Args)-1].End())
	for _, w := range c.Args {
		l.Words = append(l.Words, t.word(w))
	}
	if l.Words[0].Value == "exec" {
		l.Exec = true
		l.Words = withoutExec(l.Words)
	}
	return l, len(l.Words) > 0
}

// withoutExec takes off exec, its options -c and -l, and -a with its value.
func withoutExec(words []Word) []Word {
	words = words[1:]
	for len(words) > 0 && strings.HasPrefix(words[0].Value, "-") {
		if words[0].Value == "-a" && len(words) > 1 {
			words = words[1:]
		}
		words = words[1:]
	}
	return words
}

func offset(p syntax.Pos) int { return int(p.Offset()) }
