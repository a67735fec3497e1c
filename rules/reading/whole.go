package reading

import (
	"bufio"
	"bytes"
	"fmt"

	"github.com/entrylint/entrylint/parser"
)

// fileRefusals are about the file as a whole, its directives and its lines.
var fileRefusals = []refusal{
	{
		words: `^the Dockerfile cannot be empty$`,
		what:  func(refused) string { return "the file is empty" },
		where: refused.head,
		help:  helpBegin,
	},
	{
		words: `^file with no instructions$`,
		what:  noInstructions,
		where: refused.head,
		help:  helpBegin,
	},
	{
		words: `^dockerfile contains no stages to build$`,
		what:  func(refused) string { return "the file has no FROM" },
		where: refused.head,
		help:  helpBegin,
	},
	{
		words: `^file exceeds maximum allowed size of (\d+) bytes$`,
		what:  func(r refused) string { return fmt.Sprintf("the file has more than %d bytes", parser.MaxSize) },
		where: refused.head,
		help:  func(refused) string { return "Copy what it holds from files of their own" },
	},
	{
		words: `^file is not text: it holds a NUL byte$`,
		what:  notText,
		where: func(r refused) parser.Span {
			nul := bytes.IndexByte(r.file.Bytes, 0)
			return parser.Span{Start: nul, End: nul + 1}
		},
		help: func(refused) string { return "Save the file as UTF-8; if it is no Dockerfile, leave it out" },
	},
	{
		words: `^an instruction has more than (\d+) variables$`,
		what: func(r refused) string {
			return fmt.Sprintf("an instruction has more than %s variables: it is not read", r.match[1])
		},
		where: refused.head,
		help:  func(refused) string { return "Copy what it holds from a file of its own" },
	},
	{
		words: `^dockerfile line greater than max allowed size of (\d+)$`,
		what: func(r refused) string {
			line := r.longLine()
			return fmt.Sprintf("line %d has %d bytes", line, len(r.file.Text(r.file.Line(line))))
		},
		where: func(r refused) parser.Span {
			at := r.file.Line(r.longLine())
			return parser.Span{Start: at.Start, End: at.Start + 1}
		},
		help: func(r refused) string {
			return fmt.Sprintf("Break it with `%c` at the end of each part", r.file.Escape)
		},
	},
	{
		words: `^invalid escape token '(.*)' does not match`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is no escape character", r.match[1]) },
		where: refused.head,
		help:  func(refused) string { return "Write `# escape=\\`, the default, or ``# escape=` ``" },
	},
	{
		words: `^only one (.*) parser directive can be used$`,
		what:  func(r refused) string { return fmt.Sprintf("`# %s=` stands there twice", r.match[1]) },
		where: refused.head,
		help:  func(refused) string { return "Remove this line or the one before it" },
	},
}

func helpBegin(refused) string { return "Begin with `FROM image`" }

func noInstructions(r refused) string {
	if len(r.file.Comments) > 0 {
		return "the file has comments only"
	}
	return "the file is blank"
}

func notText(r refused) string {
	if bytes.HasPrefix(r.file.Bytes, []byte("\xFF\xFE")) || bytes.HasPrefix(r.file.Bytes, []byte("\xFE\xFF")) {
		return "the file is UTF-16, which no builder reads"
	}
	return "the file is not text: it holds a NUL byte"
}

// longLine returns the first line that is too long for BuildKit.
func (r refused) longLine() int {
	line := r.file.LineAt(r.Span.Start)
	for line < r.file.Lines() && len(r.file.Text(r.file.Line(line)))+1 < bufio.MaxScanTokenSize {
		line++
	}
	return line
}
