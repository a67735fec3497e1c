package reading

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var heredocRefusals = []refusal{
	{
		words: `^unterminated heredoc$`,
		what: func(r refused) string {
			if doc, ok := r.open(); ok {
				return fmt.Sprintf("the here-document `%s` has no end", rules.Clip(doc.Name))
			}
			return "a line of the here-document is too long"
		},
		where: func(r refused) parser.Span { doc, _ := r.open(); return r.find(doc.Word) },
		help:  helpHeredoc,
	},
	{
		words: `^(?:ADD|COPY) cannot accept a heredoc as a destination$`,
		what:  func(refused) string { return "the here-document stands where the destination belongs" },
		where: func(r refused) parser.Span { return r.Instruction.Words[len(r.Instruction.Words)-1].Span },
		help: func(r refused) string {
			w := r.arguments()
			return fmt.Sprintf("Write the destination last, such as `%s %s /path/of/file`", r.verb(), w[len(w)-1])
		},
	},
}

// open finds the first here-document that no line ends. Where there is none,
// BuildKit has stopped at a line that is too long for it.
func (r refused) open() (parser.HeredocWord, bool) {
	line := r.file.LineAt(r.Instruction.Span.End)
	for _, doc := range parser.HeredocWords(r.Instruction.Logical.Text) {
		for line++; line <= r.file.Lines() && !endsAt(doc, r.file, line); line++ {
		}
		if line > r.file.Lines() {
			return doc, true
		}
	}
	return parser.HeredocWord{Word: "<<"}, false
}

func endsAt(d parser.HeredocWord, f *parser.File, line int) bool {
	text := f.Text(f.Line(line))
	if d.Chomp {
		text = strings.TrimLeft(text, "\t")
	}
	return text == d.Name
}

// helpHeredoc looks for a line that was meant as the end.
func helpHeredoc(r refused) string {
	doc, ok := r.open()
	if !ok {
		return "Break it, or put the text into a file of its own"
	}
	for line := r.file.LineAt(r.Instruction.Span.End) + 1; line <= r.file.Lines(); line++ {
		text := r.file.Text(r.file.Line(line))
		switch {
		case strings.TrimSpace(text) != doc.Name:
		case strings.TrimLeft(text, "\t") == doc.Name:
			return fmt.Sprintf("Take away the tabs in line %d, or write `<<-%s`", line, doc.Name)
		default:
			return fmt.Sprintf("Take away the blanks around `%s` in line %d", doc.Name, line)
		}
	}
	help := fmt.Sprintf("Add a line that is `%s` and nothing else", rules.Clip(doc.Name))
	if strings.HasSuffix(doc.Name, ")") {
		help += "; if it is a shift, write it without blanks: $((1<<2))"
	}
	return help
}
