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
// or hands them to a program behind exec, in another way than as "$@". What
// only prints them is none.
func (t *Text) Arguments() []Argument {
	if t.file == nil || !strings.Contains(t.Src, "$") {
		return nil
	}
	var found []Argument
	syntax.Walk(t.file, func(n syntax.Node) bool {
		call, ok := n.(*syntax.CallExpr)
		if !ok {
			return true
		}
		c, ok := t.call(call, Place{})
		if !ok || !c.Exec && !c.startsArguments() {
			return true
		}
		for _, w := range c.Words {
			if joined := isJoined(w.Src); joined || isUnquoted(w.Src) {
				found = append(found, Argument{w, joined})
			}
		}
		return true
	})
	return found
}

// startsArguments reports whether the command itself is an argument.
func (c Simple) startsArguments() bool {
	return isUnquoted(c.Words[0].Src) || isJoined(c.Words[0].Src)
}

func isUnquoted(word string) bool { return slices.Contains([]string{"$@", "${@}", "$*", "${*}"}, word) }

func isJoined(word string) bool { return word == `"$*"` || word == `"${*}"` }
