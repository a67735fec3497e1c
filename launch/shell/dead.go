package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Dead is a part of a text that is never run: an exec in front of it has
// replaced the shell by a program, or has ended it because there is no such
// program.
type Dead struct {
	Exec       Simple // exec and its command
	Op         string // what stands between the two: &&, || or ;
	Start, End int    // of what is never run, up to the end of its list
}

// Dead returns the first such part; false where there is none that matters. A
// command that ends the text anyway, such as exit, does not.
func (t *Text) Dead() (Dead, bool) {
	if t.file == nil || t.calls("shopt") { // execfail lets bash go on
		return Dead{}, false
	}
	f := flow{text: t}
	f.list(t.file.Stmts)
	if len(f.dead) == 0 {
		return Dead{}, false
	}
	return f.dead[0], true
}

// flow follows a text past its execs.
type flow struct {
	text *Text
	exec Simple // the last one that was met
	dead []Dead
}

// outcome says how a command may end. One that replaces the shell ends in
// neither way.
type outcome struct{ succeeds, fails bool }

var either = outcome{true, true}

func (f *flow) list(stmts []*syntax.Stmt) outcome {
	end := either
	for i, s := range stmts {
		end = f.stmt(s)
		if end == (outcome{}) && i+1 < len(stmts) {
			f.add(";", stmts[i+1:])
			break
		}
	}
	return end
}

func (f *flow) stmt(s *syntax.Stmt) outcome {
	end := either
	switch cmd := s.Cmd.(type) {
	case *syntax.CallExpr:
		if c, _ := f.text.call(cmd, Place{}); f.text.execs(s) && surely(c) {
			f.exec, end = c.Simple, outcome{}
		}
	case *syntax.BinaryCmd:
		end = f.binary(cmd)
	case *syntax.Block:
		end = f.list(cmd.Stmts)
	case *syntax.Subshell:
		f.list(cmd.Stmts)
	case *syntax.IfClause:
		for _, branch := range ifBranches(cmd) {
			f.list(branch)
		}
	case *syntax.CaseClause:
		for _, branch := range caseBranches(cmd) {
			f.list(branch)
		}
	}
	if s.Negated {
		end = outcome{end.fails, end.succeeds}
	}
	if inBackground(s) {
		return either
	}
	return end
}

func (f *flow) binary(c *syntax.BinaryCmd) outcome {
	x := f.stmt(c.X)
	switch {
	case c.Op == syntax.AndStmt && x.succeeds:
		y := f.stmt(c.Y)
		return outcome{y.succeeds, x.fails || y.fails}
	case c.Op == syntax.OrStmt && x.fails:
		y := f.stmt(c.Y)
		return outcome{x.succeeds || y.succeeds, y.fails}
	case c.Op == syntax.AndStmt || c.Op == syntax.OrStmt:
		f.add(c.Op.String(), []*syntax.Stmt{c.Y})
		return x
	}
	return either
}

// surely reports whether exec gets a program: without one, where an expansion
// gives no word, it lets the shell go on.
func surely(c Last) bool {
	return c.Words[0].Literal || c.Words[0].Src[0] == '"' && c.Words[0].Src != `"$@"`
}

// endings are commands with which a text would end about as it does with exec.
var endings = []string{":", "break", "exit", "false", "return", "true", "wait"}

func (f *flow) add(op string, stmts []*syntax.Stmt) {
	matters := false
	for _, s := range stmts {
		syntax.Walk(s, func(n syntax.Node) bool {
			call, ok := n.(*syntax.CallExpr)
			if !ok {
				return true
			}
			c, ok := f.text.call(call, Place{})
			matters = matters || ok && !slices.Contains(endings, c.Name())
			return true
		})
	}
	if matters {
		start, end := offset(stmts[0].Pos()), offset(stmts[len(stmts)-1].End())
		end = start + len(strings.TrimRight(f.text.Src[start:end], "; \n"))
		f.dead = append(f.dead, Dead{f.exec, op, start, end})
	}
}
