package resolve

import (
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// changes tells what a script that ends in exec "$@" does to its arguments
// before: it looks at every "set --".
func changes(f *syntax.File, cmd []string) string {
	seen := map[effect]bool{}
	guards(f.Stmts, nil, func(words, guards []string) {
		if len(words) > 2 && words[0] == "set" && words[1] == "--" {
			seen[effectOf(path.Base(strings.Trim(words[2], `"'`)), guards, cmd)] = true
		}
	})
	switch {
	case seen[takesOver], len(cmd) == 0 && (seen[completes] || seen[putsNode]), len(cmd) > 0 && strings.HasPrefix(cmd[0], "-"):
		return ""
	case seen[putsNode]:
		return "node"
	}
	return "exec"
}

// effect is what a program in front of the arguments means for them.
type effect int

const (
	keeps     effect = iota // they are started, by another user
	completes               // options get their program
	putsNode                // what is no program is a script for node
	takesOver               // another program runs
)

func effectOf(program string, guards, cmd []string) effect {
	switch {
	case slices.Contains([]string{"gosu", "su-exec", "setpriv", "chroot"}, program):
		return keeps
	case strings.HasPrefix(program, "$"), strings.HasPrefix(program, "-"):
		return completes
	case slices.Contains([]string{"tini", "dumb-init", "catatonit"}, program):
		return takesOver
	case program == "node":
		return putsNode
	case len(cmd) == 0:
		return takesOver
	case program == path.Base(cmd[0]), isShell(cmd[0]), slices.ContainsFunc(guards, forOptions):
		return completes
	}
	return takesOver
}

// isShell reports whether CMD is a shell: that is no word which a program could
// take for its own.
func isShell(program string) bool {
	return slices.Contains([]string{"sh", "bash", "ash"}, path.Base(program))
}

// forOptions reports whether a condition asks for a first argument that is an
// option, or for one program.
func forOptions(cond string) bool {
	for _, mark := range []string{"${1#-}", "${1:0:1}", "${1#--}", "^-", "-*", `"$1" = `, `"$1" == `} {
		if strings.Contains(cond, mark) {
			return true
		}
	}
	return false
}

// guards walks statements and hands each command over with the conditions it
// stands under.
func guards(stmts []*syntax.Stmt, under []string, found func(words, guards []string)) {
	for _, stmt := range stmts {
		switch c := stmt.Cmd.(type) {
		case *syntax.CallExpr:
			found(literals(c.Args), under)
		case *syntax.BinaryCmd:
			guards([]*syntax.Stmt{c.X}, under, found)
			guards([]*syntax.Stmt{c.Y}, append(slices.Clip(under), source([]*syntax.Stmt{c.X})), found)
		case *syntax.Block:
			guards(c.Stmts, under, found)
		case *syntax.Subshell:
			guards(c.Stmts, under, found)
		case *syntax.FuncDecl:
			guards([]*syntax.Stmt{c.Body}, under, found)
		case *syntax.CaseClause:
			for _, item := range c.Items {
				guards(item.Stmts, append(slices.Clip(under), strings.Join(literals(item.Patterns), " ")), found)
			}
		case *syntax.ForClause:
			guards(c.Do, under, found)
		case *syntax.WhileClause:
			guards(c.Do, under, found)
		case *syntax.IfClause:
			for ; c != nil; c = c.Else {
				guards(c.Cond, under, found)
				guards(c.Then, append(slices.Clip(under), source(c.Cond)), found)
			}
		}
	}
}

// literals prints words the way they are written.
func literals(words []*syntax.Word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = source([]*syntax.Stmt{{Cmd: &syntax.CallExpr{Args: []*syntax.Word{w}}}})
	}
	return all
}

func source(stmts []*syntax.Stmt) string {
	var b strings.Builder
	for _, s := range stmts {
		_ = syntax.NewPrinter().Print(&b, s) // a strings.Builder takes all
	}
	return b.String()
}
