package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Argument is a word of a command that stands for all arguments of a script,
// and is not "$@".
type Argument struct {
	Word
	Joined bool // "$*": they become one word
}

// Does says what becomes of the arguments, in one clause.
func (a Argument) Does() string {
	if a.Joined {
		return "joins all arguments to one word"
	}
	return "splits arguments at their blanks and replaces * by the names of files"
}

// Arguments lists the places where the text starts its arguments as a command,
// or hands them to a program behind exec or the one it ends with, in another way
// than as "$@". What only prints them is none.
func (t *Text) Arguments() []Argument {
	if t.file == nil || !strings.Contains(t.Src, "$") {
		return nil
	}
	var found []Argument
	last, ends := t.Last()
	syntax.Walk(t.file, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok {
			return true
		}
		c, ok := t.call(call, Place{})
		main := ends && c.Start == last.Start && c.LongRunning() && !c.IsJob()
		if !ok || !c.Exec && !c.startsArguments() && !main {
			return true
		}
		for i, w := range c.Words {
			if c.isText(i) {
				continue // it is split again on purpose
			}
			if joined := isJoined(w.Src); joined || isUnquoted(w.Src) {
				found = append(found, Argument{w, joined})
			}
		}
		return true
	})
	return found
}

// isText reports whether a word is the text of sh -c or su -c.
func (c Simple) isText(i int) bool {
	return i > 1 && strings.HasPrefix(c.Words[i-1].Value, "-") && strings.HasSuffix(c.Words[i-1].Value, "c") &&
		slices.ContainsFunc(c.Words[:i-1], func(w Word) bool { return isShellName(w) || w.Value == "su" || w.Value == "runuser" })
}

// startsArguments reports whether the command itself is an argument.
func (c Simple) startsArguments() bool {
	return isUnquoted(c.Words[0].Src) || isJoined(c.Words[0].Src)
}

func isUnquoted(word string) bool { return slices.Contains([]string{"$@", "${@}", "$*", "${*}"}, word) }

func isJoined(word string) bool { return word == `"$*"` || word == `"${*}"` }
