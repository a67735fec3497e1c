package script

import (
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// arithmetic computes what stands between (( and )), and sets the variables
// there.
func (w *walker) arithmetic(e syntax.ArithmExpr, s *state) (int, bool) {
	switch e := e.(type) {
	case *syntax.Word:
		return w.operand(e, s)
	case *syntax.ParenArithm:
		return w.arithmetic(e.X, s)
	case *syntax.UnaryArithm:
		return w.unaryArithmetic(e, s)
	case *syntax.BinaryArithm:
		return w.binaryArithmetic(e, s)
	}
	return 0, false
}

// operand is a number, or a variable with or without $. One that is empty
// counts as 0.
func (w *walker) operand(word *syntax.Word, s *state) (int, bool) {
	v := w.scalar(word, s)
	if name := word.Lit(); syntax.ValidName(name) {
		v = w.variable(name, s)
	}
	if v.known && v.text == "" {
		return 0, true
	}
	n, err := strconv.Atoi(v.text)
	octal := len(v.text) > 1 && v.text[0] == '0'
	return n, v.known && err == nil && !octal
}

func (w *walker) unaryArithmetic(e *syntax.UnaryArithm, s *state) (int, bool) {
	n, ok := w.arithmetic(e.X, s)
	switch e.Op {
	case syntax.Not:
		return number01(n == 0), ok
	case syntax.Minus:
		return -n, ok
	case syntax.Plus:
		return n, ok
	case syntax.Inc, syntax.Dec:
		next := n + 1
		if e.Op == syntax.Dec {
			next = n - 1
		}
		s.setNumber(e.X, next, ok)
		if e.Post {
			return n, ok
		}
		return next, ok
	}
	return 0, false
}

func (w *walker) binaryArithmetic(e *syntax.BinaryArithm, s *state) (int, bool) {
	op := e.Op.String()
	if assigns(e.Op) {
		y, ok := w.arithmetic(e.Y, s)
		if op != "=" {
			x, okX := w.arithmetic(e.X, s)
			n, okOp := compute(x, strings.TrimSuffix(op, "="), y)
			y, ok = n, ok && okX && okOp
		}
		s.setNumber(e.X, y, ok)
		return y, ok
	}
	x, okX := w.arithmetic(e.X, s)
	if (op == "&&" && x == 0 || op == "||" && x != 0) && okX {
		return number01(op == "||"), true
	}
	if !okX || e.Op == syntax.TernQuest { // whether the other side is computed is not known
		s.forgetNumbers(e.Y)
		return 0, false
	}
	y, okY := w.arithmetic(e.Y, s)
	n, ok := compute(x, op, y)
	return n, okY && ok
}

// compute knows the operators that scripts count with.
func compute(x int, op string, y int) (int, bool) {
	switch op {
	case "+":
		return x + y, true
	case "-":
		return x - y, true
	case "*":
		return x * y, true
	case "/", "%":
		if y == 0 {
			return 0, false
		}
		if op == "%" {
			return x % y, true
		}
		return x / y, true
	case ",":
		return y, true
	}
	results := map[string]bool{"==": x == y, "!=": x != y, "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y, "&&": x != 0 && y != 0, "||": x != 0 || y != 0}
	result, ok := results[op]
	return number01(result), ok
}

func number01(b bool) int {
	if b {
		return 1
	}
	return 0
}

// assigns reports whether an operator is =, += and the like.
func assigns(op syntax.BinAritOperator) bool {
	switch op {
	case syntax.Eql, syntax.Neq, syntax.Leq, syntax.Geq:
		return false
	}
	return strings.HasSuffix(op.String(), "=")
}

func (s *state) setNumber(x syntax.ArithmExpr, n int, ok bool) {
	if word, isWord := x.(*syntax.Word); isWord && word.Lit() != "" {
		s.vars[word.Lit()] = value{text: strconv.Itoa(n), known: ok}
	}
}

// forgetNumbers forgets the variables that a part of a text counts with.
func (s *state) forgetNumbers(n syntax.Node) {
	syntax.Walk(n, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.UnaryArithm:
			if n.Op == syntax.Inc || n.Op == syntax.Dec {
				s.setNumber(n.X, 0, false)
			}
		case *syntax.BinaryArithm:
			if assigns(n.Op) {
				s.setNumber(n.X, 0, false)
			}
		}
		return true
	})
}

// counts runs (( and let, of which the last expression is the answer.
func (w *walker) counts(all []syntax.ArithmExpr, s *state) shell.Answer {
	truth := shell.NotKnown
	for _, e := range all {
		truth = shell.NotKnown
		if n, ok := w.arithmetic(e, s); ok {
			truth = shell.AnswerOf(n != 0)
		}
	}
	return truth
}
