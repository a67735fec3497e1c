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
		return not(w.test(t.X, s))
	case syntax.TsEmpStr:
		return not(w.test(t.X, s))
	case syntax.TsNempStr:
		return w.test(t.X, s)
	}
	return shell.NotKnown
}

func (w *walker) binaryTest(t *syntax.BinaryTest, s *state) shell.Answer {
	switch t.Op {
	case syntax.AndTest:
		return both(w.test(t.X, s), w.test(t.Y, s))
	case syntax.OrTest:
		return either(w.test(t.X, s), w.test(t.Y, s))
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
		return not(w.matches(subject, []*syntax.Word{y}, s))
	}
	return compare(subject, t.Op.String(), w.scalar(y, s))
}
