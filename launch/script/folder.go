package script

import (
	"path"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// cd changes the working directory.
func (w *walker) cd(c *syntax.CallExpr, s *state) *state {
	before := s.dir
	s.dir = value{}
	if c.Args[0].Lit() == "cd" {
		s.dir = w.into(c.Args[1:], before, s)
	}
	return s
}

// into is the folder that cd is given, from another one on.
func (w *walker) into(args []*syntax.Word, from value, s *state) value {
	for len(args) > 0 && (args[0].Lit() == "--" || args[0].Lit() == "-P" || args[0].Lit() == "-L") {
		args = args[1:]
	}
	if len(args) != 1 {
		return value{}
	}
	return absolute(w.scalar(args[0], s), from)
}

func absolute(name, from value) value {
	switch {
	case !name.known || name.text == "" || name.text == "-":
		return value{}
	case path.IsAbs(name.text):
		return known(path.Clean(name.text))
	case !from.known:
		return value{}
	}
	return known(path.Join(from.text, name.text))
}

// substitution knows who the script runs as, and where it lies: $(dirname "$0"),
// $(cd "$(dirname "$0")" && pwd).
func (w *walker) substitution(c *syntax.CmdSubst, s *state) (string, bool) {
	calls, ok := sequence(c.Stmts, nil)
	if !ok || len(calls) == 0 {
		return "", false
	}
	dir := s.dir
	for _, call := range calls[:len(calls)-1] {
		if call.Args[0].Lit() != "cd" {
			return "", false
		}
		dir = w.into(call.Args[1:], dir, s)
	}
	last := calls[len(calls)-1]
	if name, ok := w.user(last); ok {
		return name, true
	}
	v := w.printed(last, dir, s)
	return v.text, v.known
}

// sequence lists the simple commands of cd X && pwd, or with ; between them.
func sequence(stmts []*syntax.Stmt, before []*syntax.CallExpr) ([]*syntax.CallExpr, bool) {
	for _, stmt := range stmts {
		if stmt.Negated || stmt.Background || stmt.Coprocess || len(before) > 2 {
			return nil, false
		}
		switch c := stmt.Cmd.(type) {
		case *syntax.CallExpr:
			if len(c.Args) == 0 {
				return nil, false
			}
			before = append(before, c)
		case *syntax.BinaryCmd:
			var ok bool
			if c.Op != syntax.AndStmt {
				return nil, false
			}
			if before, ok = sequence([]*syntax.Stmt{c.X, c.Y}, before); !ok {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return before, true
}

// printed is the output of commands that take names of files apart.
func (w *walker) printed(c *syntax.CallExpr, dir value, s *state) value {
	args := c.Args[1:]
	for len(args) > 0 && len(args[0].Lit()) == 2 && args[0].Lit()[0] == '-' {
		args = args[1:]
	}
	name := c.Args[0].Lit()
	if name == "pwd" && len(args) == 0 {
		return dir
	}
	if len(args) != 1 {
		return value{}
	}
	v := w.scalar(args[0], s)
	if !v.known || v.text == "" {
		return value{}
	}
	switch name {
	case "dirname":
		return known(path.Dir(v.text))
	case "basename":
		return known(path.Base(v.text))
	case "readlink", "realpath":
		return absolute(v, dir)
	}
	return value{}
}

// user is the answer to whoami and its like.
func (w *walker) user(c *syntax.CallExpr) (string, bool) {
	if w.facts.Root == shell.NotKnown {
		return "", false
	}
	root := map[string]string{"id -u": "0", "id -un": "root", "whoami": "root", "id -g": "0"}
	name, ok := root[w.text.Src[start(c.Args):end(c.Args)]]
	if ok && w.facts.Root == shell.No {
		name = nobodysUID
	}
	return name, ok
}
