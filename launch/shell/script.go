package shell

import (
	"errors"
	"strings"
	"sync"
	"unicode/utf8"

	"mvdan.cc/sh/v3/syntax"
)

// longestScript is how many bytes of a script are read, far more than one of
// an image has.
const longestScript = 1 << 20

// ParseScript reads a script as bash does, and what bash refuses as mksh or a
// plain POSIX shell does. Of one that has an error, what stands above it is
// kept, for a shell runs that before it comes to the error.
func ParseScript(src string) *Text {
	t := &Text{Src: src}
	if len(src) > longestScript {
		t.Err = errTooLong
		return t
	}
	t.Src = validUTF8(src)
	for _, lang := range []syntax.LangVariant{syntax.LangBash, syntax.LangPOSIX, syntax.LangMirBSDKorn} {
		file, err := parse(t.Src, lang)
		switch {
		case err == nil:
			t.file, t.Err = file, nil
			return t
		case errors.Is(err, errTooDeep):
			t.Err = err
			return t
		case t.Err == nil:
			t.Err = err
		}
	}
	if above := t.above(); !isDeep(above) {
		t.file = above
	}
	return t
}

// validUTF8 puts something of the same length in the place of bytes that are no
// UTF-8, such as Latin-1 in a comment: shells do not care, the parser does.
func validUTF8(src string) string {
	if utf8.ValidString(src) {
		return src
	}
	valid := []byte(src)
	for i := 0; i < len(valid); {
		r, n := utf8.DecodeRune(valid[i:])
		if r == utf8.RuneError && n == 1 {
			valid[i] = '?'
		}
		i += n
	}
	return string(valid)
}

// above is what stands above the first error.
func (t *Text) above() *syntax.File {
	file := &syntax.File{}
	broken := false
	for s, err := range parser(syntax.LangBash).StmtsSeq(&shallow{rest: strings.NewReader(t.Src)}) {
		broken = broken || err != nil // mvdan.cc/sh 3.14 goes on, and panics where the loop has ended
		if !broken {
			file.Stmts = append(file.Stmts, s)
		}
	}
	return file
}

func parser(lang syntax.LangVariant) *syntax.Parser {
	return syntax.NewParser(syntax.Variant(lang), syntax.KeepComments(true))
}

// parsers are kept for the next text: making one takes as long as reading a line.
var parsers = sync.Pool{New: func() any { return parser(syntax.LangBash) }}
