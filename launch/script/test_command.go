package script

import (
	"slices"
	"strconv"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// fieldsOfTest keeps one value for each word: a missing word would change what
// the test means, and then it is an error anyway.
func (w *walker) fieldsOfTest(args []*syntax.Word, s *state) []value {
	all := make([]value, len(args))
	for i, a := range args {
		all[i] = w.scalar(a, s)
	}
	return all
}

// evaluate decides what stands between [ and ]: -o binds less than -a.
func evaluate(words []value) shell.Answer {
	if len(words) > maxTested {
		return shell.NotKnown
	}
	for _, op := range []string{"-o", "-a"} {
		i := slices.IndexFunc(words, func(v value) bool { return v.known && v.text == op })
		if i > 0 && i < len(words)-1 {
			return combine(evaluate(words[:i]), op, evaluate(words[i+1:]))
		}
	}
	return evaluateOne(words)
}

// evaluateOne decides a condition without -o and -a.
func evaluateOne(words []value) shell.Answer {
	switch {
	case len(words) > 1 && words[0].known && words[0].text == "!":
		return evaluateOne(words[1:]).Not()
	case len(words) == 1:
		return nonEmpty(words[0])
	case len(words) == 2 && words[0].text == "-n":
		return nonEmpty(words[1])
	case len(words) == 2 && words[0].text == "-z":
		return nonEmpty(words[1]).Not()
	case len(words) == 3 && words[1].known:
		return compare(words[0], words[1].text, words[2])
	}
	return shell.NotKnown
}

func combine(x shell.Answer, op string, y shell.Answer) shell.Answer {
	if op == "-o" {
		return x.Or(y)
	}
	return x.And(y)
}

func nonEmpty(v value) shell.Answer {
	if !v.known {
		return shell.NotKnown
	}
	return shell.AnswerOf(v.text != "")
}

func compare(x value, op string, y value) shell.Answer {
	if !x.known || !y.known {
		return shell.NotKnown
	}
	switch op {
	case "=", "==":
		return shell.AnswerOf(x.text == y.text)
	case "!=":
		return shell.AnswerOf(x.text != y.text)
	}
	if x.text == nobodysUID || y.text == nobodysUID {
		return shell.AnswerOf(op == "-ne" || op == "-gt")
	}
	a, err := strconv.Atoi(x.text)
	b, err2 := strconv.Atoi(y.text)
	if err != nil || err2 != nil {
		return shell.NotKnown
	}
	results := map[string]bool{"-eq": a == b, "-ne": a != b, "-lt": a < b, "-le": a <= b, "-gt": a > b, "-ge": a >= b}
	result, ok := results[op]
	if !ok {
		return shell.NotKnown
	}
	return shell.AnswerOf(result)
}
