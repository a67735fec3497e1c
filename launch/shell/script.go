package shell

import (
	"errors"
	"strings"

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
	for _, lang := range []syntax.LangVariant{syntax.LangBash, syntax.LangPOSIX, syntax.LangMirBSDKorn} {
		file, err := parse(src, lang)
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
