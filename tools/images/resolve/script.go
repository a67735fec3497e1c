package resolve

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

var bashFirst = regexp.MustCompile(`^#!\s*(/usr/bin/env\s+bash|(/usr(/local)?)?/bin/bash)\b`)

// readScript reads the entrypoint, where it is a script that was copied.
func (img *Image) readScript() {
	img.Wrapper = ""
	if len(img.Entrypoint) == 0 {
		return
	}
	for _, word := range img.Entrypoint {
		if text, ok := find(img.copied, word); ok && bashFirst.MatchString(text) {
			img.addTools([]string{"bash"})
		}
	}
	if text, ok := find(img.copied, img.Entrypoint[0]); ok {
		img.Wrapper = wrapper(text, img.Cmd)
	}
}

// script is a parsed entrypoint.
type script struct {
	functions map[string]*syntax.Stmt
	within    map[string]bool // functions that are being followed
}

// wrapper tells what a script does with its arguments, in the words of
// [launch.Config]: "exec" or "node" for one that replaces itself by them. One
// that changes them first is none, unless it only completes options, goes on
// as another user, or names the program that CMD has.
func wrapper(text string, cmd []string) string {
	f, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text), "")
	if err != nil {
		return ""
	}
	s := script{map[string]*syntax.Stmt{}, map[string]bool{}}
	syntax.Walk(f, func(n syntax.Node) bool {
		if fn, ok := n.(*syntax.FuncDecl); ok {
			s.functions[fn.Name.Value] = fn.Body
		}
		return true
	})
	if !s.endsInArguments(f.Stmts) {
		return ""
	}
	return changes(f, cmd)
}

// endsInArguments reports whether a way through the statements ends in
// exec "$@".
func (s script) endsInArguments(stmts []*syntax.Stmt) bool {
	for i, stmt := range slices.Backward(stmts) {
		switch c := stmt.Cmd.(type) {
		case *syntax.FuncDecl:
			continue
		case *syntax.CallExpr:
			words := literals(c.Args)
			if i > 0 && len(words) > 0 && words[0] == "exit" {
				continue
			}
			return s.call(words) || s.leavesEarly(stmts[:i])
		case *syntax.BinaryCmd:
			return s.endsInArguments([]*syntax.Stmt{c.Y}) || s.leavesEarly(stmts[:i])
		case *syntax.Block:
			return s.endsInArguments(c.Stmts)
		case *syntax.CaseClause:
			return slices.ContainsFunc(c.Items, func(item *syntax.CaseItem) bool { return s.endsInArguments(item.Stmts) })
		case *syntax.IfClause:
			for ; c != nil; c = c.Else {
				if s.endsInArguments(c.Then) {
					return true
				}
			}
		}
		return s.leavesEarly(stmts[:i])
	}
	return false
}

// leavesEarly reports whether a program that is not the image's own is started
// at once: if [ "$1" != own ]; then exec "$@"; fi, or if ! $own; then ….
func (s script) leavesEarly(stmts []*syntax.Stmt) bool {
	return slices.ContainsFunc(stmts, func(stmt *syntax.Stmt) bool {
		c, ok := stmt.Cmd.(*syntax.IfClause)
		if !ok || !s.endsInArguments(c.Then) {
			return false
		}
		cond := source(c.Cond)
		return strings.HasPrefix(cond, "! ") || strings.Contains(cond, `"$1" != `)
	})
}

// call reports whether a command is exec "$@", as this user or another, or a
// function that ends so.
func (s script) call(words []string) bool {
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	arguments := last == `"$@"` || last == `"${@}"` || last == `$@` || last == `"${args[@]}"`
	if body := s.functions[words[0]]; body != nil && arguments && !s.within[words[0]] {
		s.within[words[0]] = true
		defer delete(s.within, words[0])
		return s.endsInArguments([]*syntax.Stmt{body})
	}
	return arguments && (words[0] == "exec" || words[0] == "${exec_cmd}") && asUser(words[1:len(words)-1])
}

// asUser reports whether words between exec and its arguments only change the
// user: gosu USER, su-exec USER, setpriv OPTION….
func asUser(words []string) bool {
	if len(words) == 0 {
		return true
	}
	switch path.Base(words[0]) {
	case "gosu", "su-exec":
		return len(words) == 2
	case "setpriv":
		return !slices.ContainsFunc(words[1:], func(w string) bool { return !strings.HasPrefix(w, "-") })
	}
	return false
}
