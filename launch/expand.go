package launch

import (
	"strings"

	buildshell "github.com/moby/buildkit/frontend/dockerfile/shell"
)

// lexer expands words by BuildKit's rules. BuildKit's own takes over a kilobyte
// and most files have no use for it, so that it is made for the first variable.
type lexer struct {
	escape rune
	text   bool // of here-documents: quotes stay (BuildKit, dispatch)
	lex    *buildshell.Lex
}

func newLex(escape byte) lexer { return lexer{escape: rune(escape)} }

func newTextLex() lexer { return lexer{escape: '\\', text: true} }

func (x *lexer) process(word string, env *environment) (string, error) {
	if x.lex == nil {
		x.lex = buildshell.NewLex(x.escape)
		x.lex.SkipProcessQuotes = x.text
	}
	v, _, err := x.lex.ProcessWord(word, env)
	return v, err
}

// lookup returns a variable's value, whether it is known, and whether the
// variable is set.
type lookup func(name string) (value string, known, set bool)

// isPlain reports whether a word stands for itself, so that nothing needs to be
// made for its expansion.
func isPlain(word string) bool { return !strings.ContainsAny(word, "$'\"\\`") }

func (x *lexer) expand(word string, get lookup) (string, bool) {
	if len(word) > maxValue {
		return "", false
	}
	env := &environment{get: get}
	v, err := x.process(word, env)
	if env.size > maxValue {
		return "", false
	}
	return v, err == nil && !env.unknown
}

// maxValue is how many bytes a word may have, and its variables may come to.
// Each of a few lines can double a value, up to more than any memory holds, and
// BuildKit's lexer calls itself for each variable in the default of another.
// What is longer than this is not known.
const maxValue = 64 << 10

type environment struct {
	get     lookup
	unknown bool
	size    int // bytes of the values so far
}

// Get implements BuildKit's EnvGetter.
func (e *environment) Get(name string) (string, bool) {
	v, known, set := e.get(name)
	if !known {
		e.unknown = true
	}
	if e.size += len(v); e.size > maxValue {
		return "", set
	}
	return v, set
}

// Keys implements BuildKit's EnvGetter; it is only asked for suggestions.
func (e *environment) Keys() []string { return nil }
