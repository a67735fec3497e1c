package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// bashCommands are builtins of bash for which POSIX has none (bash(1), Bash
// Builtin Commands). Those that may be programs too are left out.
var bashCommands = []string{
	"builtin", "caller", "compgen", "complete", "dirs", "disown", "enable", "mapfile", "popd", "pushd", "readarray", "shopt", "source",
}

// bashOptions are letters that builtins of POSIX have in bash only (bash(1),
// Shell Builtin Commands).
func bashOptions(builtin string) (letters string) {
	switch builtin {
	case "exec":
		return "a"
	case "export":
		return "f"
	case "local":
		return "aAi"
	case "printf":
		return "v"
	case "read":
		return "adnNst"
	case "wait":
		return "n"
	}
	return ""
}

// call is about builtins and their options.
func (b *bashisms) call(c *syntax.CallExpr) {
	if len(c.Args) == 0 {
		return
	}
	name, args := c.Args[0].Lit(), c.Args[1:]
	switch {
	case slices.Contains(bashCommands, name):
		b.add(name, name, c.Args[0])
	case name == "set":
		b.pipefail(args)
	case name == "[" || name == "test":
		if i := slices.IndexFunc(args, func(w *syntax.Word) bool { return w.Lit() == "==" }); i > 0 {
			b.add("[ a == b ]", name, args[i])
		}
	default:
		for _, w := range args {
			option := w.Lit()
			if len(option) < 2 || option[0] != '-' {
				return
			}
			b.option(name, option, w)
		}
	}
}

// option looks for the first letter of an option word that only bash has.
func (b *bashisms) option(name, option string, at syntax.Node) {
	if i := strings.IndexAny(option, bashOptions(name)); i > 0 {
		letter := "-" + option[i:i+1]
		b.add(name+" "+letter, letter, at)
	}
}

func (b *bashisms) pipefail(args []*syntax.Word) {
	for i, w := range args {
		if i > 0 && w.Lit() == "pipefail" && strings.HasPrefix(args[i-1].Lit(), "-") && strings.HasSuffix(args[i-1].Lit(), "o") {
			b.add("set -o pipefail", "pipefail", w)
		}
	}
}

// declaration is about declare and its like, whose words are assignments.
func (b *bashisms) declaration(c *syntax.DeclClause) {
	name := c.Variant.Value
	if name == "declare" || name == "typeset" {
		b.add(name, name, c.Variant)
		return
	}
	for _, a := range c.Args {
		if a.Name == nil && a.Value != nil && strings.HasPrefix(a.Value.Lit(), "-") {
			b.option(name, a.Value.Lit(), a)
		}
	}
}

// redirections: &> is an operator of bash; for others & ends the command, which
// makes no difference to one that goes to the background anyway.
func (b *bashisms) redirections(s *syntax.Stmt) {
	for _, r := range s.Redirs {
		switch {
		case r.Op == syntax.RdrAll && !s.Background:
			b.add("&>", "", s)
		case r.Op == syntax.AppAll && !s.Background:
			b.add("&>>", "", s)
		case r.Op == syntax.WordHdoc:
			b.add("<<<", "", r)
		}
	}
}

func (b *bashisms) assignment(t *Text, a *syntax.Assign) {
	switch {
	case a.Array != nil:
		b.add("a=(…)", "(", a)
	case a.Append:
		b.add("a+=b", t.Src[offset(a.Pos()):offset(a.End())], a)
	case a.Index != nil:
		b.add("a[i]=b", t.Src[offset(a.Pos()):offset(a.End())], a)
	}
}

func (b *bashisms) expansion(p *syntax.ParamExp) {
	switch {
	case p.Index != nil:
		b.add("${a[i]}", "", p)
	case p.Excl:
		b.add("${!a}", "", p)
	case p.Repl != nil:
		b.add("${a/b/c}", "", p)
	case p.Slice != nil:
		b.add("${a:b:c}", "", p)
	case p.Exp != nil && p.Exp.Op >= syntax.UpperFirst && p.Exp.Op <= syntax.LowerAll:
		b.add("${a^^}", "", p)
	case p.Exp != nil && p.Exp.Op == syntax.OtherParamOps:
		b.add("${a@Q}", "", p)
	}
}
