package shell

import (
	"cmp"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Bashism is a place where a text uses what bash knows and POSIX does not ask
// of a shell.
type Bashism struct {
	Form       string // as it is commonly written: [[, a=(…), source, read -t
	Word       string // what an error of another shell names, such as source
	Start, End int    // byte offsets in the text
}

// Bashisms lists them in order of the text, those in substitutions too. Which
// of them another shell knows is not said here.
func (t *Text) Bashisms() []Bashism {
	if t.file == nil {
		return nil
	}
	var all bashisms
	syntax.Walk(t.file, func(n syntax.Node) bool {
		all.visit(t, n)
		return true
	})
	if strings.Contains(t.Src, "()") { // most texts define nothing
		all = slices.DeleteFunc(all, func(b Bashism) bool { return slices.Contains(bashCommands, b.Word) && t.defines(b.Word) })
	}
	slices.SortStableFunc(all, func(a, b Bashism) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

type bashisms []Bashism

func (b *bashisms) add(form, word string, at syntax.Node) {
	*b = append(*b, Bashism{form, word, offset(at.Pos()), offset(at.End())})
}

func (b *bashisms) addIf(used bool, form, word string, at syntax.Node) {
	if used {
		b.add(form, word, at)
	}
}

func (b *bashisms) visit(t *Text, n syntax.Node) {
	switch n := n.(type) {
	case *syntax.Stmt:
		b.redirections(n)
	case *syntax.CallExpr:
		b.call(n)
	case *syntax.DeclClause:
		b.declaration(n)
	case *syntax.Assign:
		b.assignment(t, n)
	case *syntax.ParamExp:
		b.expansion(n)
	default:
		b.construct(n)
	}
}

// construct is about what has a syntax of its own.
func (b *bashisms) construct(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.TestClause:
		b.add("[[", "[[", n)
	case *syntax.ArithmCmd:
		b.add("((…))", "", n)
	case *syntax.LetClause:
		b.add("let", "let", n)
	case *syntax.ProcSubst:
		b.add("<(…)", "(", n)
	case *syntax.ExtGlob:
		b.add("@(…)", "(", n)
	case *syntax.CStyleLoop:
		b.add("for ((…))", "", n)
	case *syntax.ForClause:
		b.addIf(n.Select, "select", "do", n)
	case *syntax.FuncDecl:
		b.addIf(n.RsrvWord && n.Parens, "function", "(", n)
		b.addIf(n.RsrvWord && !n.Parens, "function", "}", n)
	case *syntax.BinaryCmd:
		b.addIf(n.Op == syntax.PipeAll, "|&", "&", n)
	case *syntax.CaseItem:
		b.addIf(n.Op == syntax.Fallthrough || n.Op == syntax.Resume, ";&", "&", n)
	default:
		b.arithmetic(n)
	}
}

func (b *bashisms) arithmetic(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.UnaryArithm:
		b.addIf(n.Post, "$((a++))", "", n)
	case *syntax.BinaryArithm:
		b.addIf(n.Op == syntax.Pow, "$((a**b))", "", n)
	}
}
