package reading

import (
	"slices"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
)

// marks are those of Go's templates and Jinja, of ERB and EJS.
var marks = lazyregexp.New(`\{\{|\{%|<%`)

// directive matches what looks like a comment and is for the C preprocessor.
var directive = lazyregexp.New(`^#(?:include\s*["<]|ifdef |ifndef |if defined|endif\b|define \w+\()`)

// isTemplate reports whether the file is what a generator makes a Dockerfile of.
func isTemplate(f *parser.File, all []refused) bool {
	preprocessed := func(c parser.Comment) bool { return directive.MatchString(f.Text(c.Span)) }
	return slices.ContainsFunc(all, refused.template) || slices.ContainsFunc(f.Comments, preprocessed)
}

// template reports whether an instruction has marks of a template language. A
// line that is none may be part of a command, which has them in its words.
func (r refused) template() bool {
	switch {
	case r.Instruction == nil:
		return false
	case r.stray():
		return marks.MatchString(r.written())
	}
	return marks.MatchString(r.Instruction.Logical.Text)
}
