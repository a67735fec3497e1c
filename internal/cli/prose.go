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

// row reads a line of a table: \\| is no border of a cell.
func (p *styledPage) row(line string) {
	line = strings.ReplaceAll(strings.Trim(line, "| "), `\|`, "\x00")
	var cells []string
	for cell := range strings.SplitSeq(line, "|") {
		cells = append(cells, styledWords(strings.ReplaceAll(strings.TrimSpace(cell), "\x00", "|")))
	}
	p.table = append(p.table, cells)
}

// writeTable writes rows in columns as wide as what is shown of them.
func (p *styledPage) writeTable() {
	widths := map[int]int{}
	for i, row := range p.table {
		for j, cell := range row {
			if i != 1 { // the line below the head
				widths[j] = max(widths[j], shownWidth(cell))
			}
		}
	}
	for i, row := range p.table {
		line := ""
		for j, cell := range row {
			if i == 1 {
				cell = strings.Repeat("-", widths[j])
			}
			line += cell + strings.Repeat(" ", max(widths[j]-shownWidth(cell), 0)) + "  "
		}
		p.out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}
