package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// First returns the simple command the shell runs first; false where the text
// starts with something else, such as a loop, a subshell or [[.
func (t *Text) First() (Simple, bool) {
	call, ok := t.first().(*syntax.CallExpr)
	if !ok || len(call.Args) == 0 {
		return Simple{}, false
	}
	c, _ := t.call(call, Place{})
	return c.Simple, len(c.Words) > 0
}

// StartsWithTest reports whether the text starts with a condition: [ or test
// with an operator or a lone expansion, or [[.
func (t *Text) StartsWithTest() bool {
	switch first := t.first().(type) {
	case *syntax.TestClause:
		return true
	case *syntax.CallExpr:
		return isTest(first.Args)
	}
	return false
}

func (t *Text) first() syntax.Command {
	if t.file == nil || len(t.file.Stmts) == 0 {
		return nil
	}
	cmd := t.file.Stmts[0].Cmd
	for {
		list, ok := cmd.(*syntax.BinaryCmd)
		if !ok {
			return cmd
		}
		cmd = list.X.Cmd
	}
}

// comparisons are the operators that stand between two operands of test
// (POSIX.1-2017, test; bash(1), conditional expressions).
var comparisons = []string{
	"=", "==", "!=", "=~", "<", ">", `\<`, `\>`, "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef", "-a", "-o",
}

func isTest(words []*syntax.Word) bool {
	if len(words) < 2 || words[0].Lit() != "[" && words[0].Lit() != "test" {
		return false
	}
	operands := words[1:]
	if words[0].Lit() == "[" && operands[len(operands)-1].Lit() == "]" {
		operands = operands[:len(operands)-1]
	}
	if len(operands) == 1 {
		_, literal := literal(operands[0].Parts)
		return !literal
	}
	return len(operands) > 1 && (isUnary(operands[0].Lit()) || slices.Contains(comparisons, operands[1].Lit()))
}

// isUnary reports whether a word, written without quotes, opens a condition:
// -f, -z, ! or a parenthesis.
func isUnary(word string) bool {
	return word == "!" || strings.HasPrefix(word, `\(`) || len(word) == 2 && word[0] == '-' && word[1] != '-'
}
