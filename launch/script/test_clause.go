package script

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// test decides what stands between [[ and ]].
func (w *walker) test(e syntax.TestExpr, s *state) shell.Answer {
	switch t := e.(type) {
	case *syntax.Word:
		return nonEmpty(w.scalar(t, s))
	case *syntax.ParenTest:
		return w.test(t.X, s)
	case *syntax.UnaryTest:
		return w.unary(t, s)
	case *syntax.BinaryTest:
		return w.binaryTest(t, s)
	}
	return shell.NotKnown
}

func (w *walker) unary(t *syntax.UnaryTest, s *state) shell.Answer {
	switch t.Op {
	case syntax.TsNot:
		return w.test(t.X, s).Not()
	case syntax.TsEmpStr:
		return w.test(t.X, s).Not()
	case syntax.TsNempStr:
		return w.test(t.X, s)
	}
	return shell.NotKnown
}

func (w *walker) binaryTest(t *syntax.BinaryTest, s *state) shell.Answer {
	switch t.Op {
	case syntax.AndTest:
		return w.test(t.X, s).And(w.test(t.Y, s))
	case syntax.OrTest:
		return w.test(t.X, s).Or(w.test(t.Y, s))
	}
	x, ok := t.X.(*syntax.Word)
	y, ok2 := t.Y.(*syntax.Word)
	if !ok || !ok2 {
		return shell.NotKnown
	}
	subject := w.scalar(x, s)
	switch t.Op {
	case syntax.TsMatch, syntax.TsMatchShort:
		return w.matches(subject, []*syntax.Word{y}, s)
	case syntax.TsReMatch:
		return w.matchesExpression(subject, y, s)
	case syntax.TsNoMatch:
		return w.matches(subject, []*syntax.Word{y}, s).Not()
	}
	return compare(subject, t.Op.String(), w.scalar(y, s))
}
