package cli

import (
	"strings"
	"unicode/utf8"
)

// flush writes the paragraph or the table that has come to its end.
func (p *styledPage) flush() {
	if len(p.prose) > 0 {
		hang := item.FindString(p.prose[0])
		p.wrap(strings.Fields(styledWords(strings.Join(p.prose, " "))), strings.Repeat(" ", len(hang)))
	}
	p.writeTable()
	p.prose, p.table = nil, nil
}

// wrap writes words in lines that fit; all but the first are indented.
func (p *styledPage) wrap(words []string, indent string) {
	line := ""
	for _, w := range words {
		switch {
		case line == "":
			line = w
		case shownWidth(line)+1+shownWidth(w) > p.columns:
			p.out.WriteString(line + "\n")
			line = indent + w
		default:
			line += " " + w
		}
	}
	p.out.WriteString(line + "\n")
}

func styledWords(text string) string {
	text = strong.ReplaceAllString(text, bold+"$1"+plain)
	return code.ReplaceAllString(text, cyan+"$1"+plain)
}

func shownWidth(s string) int { return utf8.RuneCountInString(escape.ReplaceAllString(s, "")) }
