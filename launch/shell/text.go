package shell

import (
	"errors"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Text is a shell text that has been parsed. Where Err is set it could not be,
// and every question about it is answered with "none" or "not known".
type Text struct {
	Src  string
	Err  error
	file *syntax.File

	// Nearly every rule asks for the last command and for what the text reads, so
	// these answers are kept: a Text is not for concurrent use.
	ending *ending
	uses   []Use
	words  map[stretch]*syntax.Word // see [Text.tree]
	surely map[int]bool             // see [Text.sure]
}

// longest is the longest argument, in bytes, that Linux starts a program with
// (MAX_ARG_STRLEN in execve(2), less the NUL at its end).
const longest = 128<<10 - 1

var errTooLong = errors.New("the text is longer than an argument can be")

// Parse reads a text as bash does, which accepts nearly all that dash and
// busybox accept; what it refuses is tried as plain POSIX shell. A text that no
// shell can be given is not read.
func Parse(src string) *Text {
	t := &Text{Src: src}
	if len(src) > longest {
		t.Err = errTooLong
		return t
	}
	for _, lang := range []syntax.LangVariant{syntax.LangBash, syntax.LangPOSIX} {
		t.file, t.Err = parse(src, lang)
		if t.Err == nil || errors.Is(t.Err, errTooDeep) {
			break
		}
	}
	return t
}

// Simple is a simple command: a program and its arguments.
type Simple struct {
	Words      []Word // without exec and its options
	Assigned   bool   // NAME=value in front
	Redirected bool
	Start, End int // byte offsets of the words in the text, exec included
}

// Word is a word of a simple command.
type Word struct {
	Src        string // as written
	Value      string // what the program gets, if Literal
	Literal    bool   // no expansion, glob, tilde or brace in it
	Start, End int
}

// Name returns the program's name without its folder, and "" where an
// expansion decides it.
func (c Simple) Name() string {
	if len(c.Words) == 0 || !c.Words[0].Literal {
		return ""
	}
	return c.Words[0].Value[strings.LastIndexByte(c.Words[0].Value, '/')+1:]
}

// call reads a simple command. exec and its options are taken off; exec with
// nothing but redirections is no command.
func (t *Text) call(c *syntax.CallExpr, in Place) (Last, bool) {
	if len(c.Args) == 0 {
		return Last{}, false
	}
	l := Last{In: in}
	l.Assigned = len(c.Assigns) > 0
	l.Start, l.End = offset(c.Args[0].Pos()), offset(c.Args[len(c.Args)-1].End())
	l.Words = make([]Word, len(c.Args))
	for i, w := range c.Args {
		l.Words[i] = t.word(w)
	}
	if l.Words[0].Value == "exec" {
		l.Exec = true
		l.Words = withoutExec(l.Words)
	}
	return l, len(l.Words) > 0
}

// withoutExec takes off exec, its options -c and -l, and -a with its value.
func withoutExec(words []Word) []Word {
	words = words[1:]
	for len(words) > 0 && strings.HasPrefix(words[0].Value, "-") {
		if words[0].Value == "-a" && len(words) > 1 {
			words = words[1:]
		}
		words = words[1:]
	}
	return words
}

func offset(p syntax.Pos) int { return int(p.Offset()) }
