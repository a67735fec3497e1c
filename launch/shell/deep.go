package shell

import (
	"errors"
	"io"
	"runtime"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Parser and walkers call themselves for what stands inside something else, and
// Go ends the whole process where that is too much. No script that somebody
// wrote comes near these bounds.
const (
	deepestCall = 4_000 // functions that wait for each other while the text is parsed
	deepestNode = 3_000 // nodes of the tree inside each other
	alwaysFlat  = 2_000 // a text of so many bytes cannot reach either
)

var errTooDeep = errors.New("its commands are nested too deeply")

// shallow hands out a text for as long as the parser that asks for it is not
// in too deep.
type shallow struct {
	rest    *strings.Reader
	refuses bool
}

func (s *shallow) Read(p []byte) (int, error) {
	if s.rest.Size() > alwaysFlat && runtime.Callers(deepestCall, make([]uintptr, 1)) > 0 {
		s.refuses = true
	}
	if s.refuses {
		return 0, io.ErrUnexpectedEOF
	}
	return s.rest.Read(p)
}

// parse reads a text in one dialect; errTooDeep is for good, others are about
// this dialect.
func parse(src string, lang syntax.LangVariant) (*syntax.File, error) {
	text := &shallow{rest: strings.NewReader(src)}
	p := parsers.Get().(*syntax.Parser)
	syntax.Variant(lang)(p)
	file, err := p.Parse(text, "")
	parsers.Put(p)
	switch {
	case text.refuses || err == nil && len(src) > alwaysFlat && isDeep(file):
		return nil, errTooDeep
	case err != nil:
		return nil, err
	}
	return file, nil
}

// isDeep looks no deeper than it has to: lists such as a && b && c are parsed
// in a loop, and each of them stands inside the next.
func isDeep(n syntax.Node) bool {
	depth, deepest := 0, 0
	syntax.Walk(n, func(n syntax.Node) bool {
		if n == nil {
			depth--
			return true
		}
		if depth >= deepestNode {
			deepest = depth
			return false
		}
		depth++
		return true
	})
	return deepest > 0
}
