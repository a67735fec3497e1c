package cli

import "strings"

// gap stands between two columns of a table.
const gap = "  "

// row reads a line of a table: \\| is no border of a cell.
func (p *styledPage) row(line string) {
	line = strings.ReplaceAll(strings.TrimSpace(line), `\|`, "\x00")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	var cells []string
	for cell := range strings.SplitSeq(line, "|") {
		cells = append(cells, styledWords(strings.ReplaceAll(strings.TrimSpace(cell), "\x00", "|")))
	}
	p.table = append(p.table, cells)
}

// writeTable writes rows in columns as wide as what is shown of them. Where
// they do not fit, cells are broken and rows stand apart; where not even the
// words have room side by side, each row is a short list.
func (p *styledPage) writeTable() {
	if len(p.table) < 2 {
		return
	}
	head, rows := p.table[0], p.table[2:] // between them is the line below the head
	wide := widths(head, rows, shownWidth)
	fits := total(wide) <= p.terminal
	if !fits {
		wide = narrowed(wide, widths(head, rows, longestWord), p.terminal)
	}
	if wide == nil {
		p.writeItems(head, rows)
		return
	}
	p.writeRow(head, wide)
	p.writeRow(underlines(wide), wide)
	for i, row := range rows {
		if i > 0 && !fits {
			p.out.WriteString("\n")
		}
		p.writeRow(row, wide)
	}
}

// widths measures the columns of a table.
func widths(head []string, rows [][]string, measure func(string) int) []int {
	wide := make([]int, len(head))
	for _, row := range append(rows[:len(rows):len(rows)], head) {
		for i := range min(len(row), len(wide)) {
			wide[i] = max(wide[i], measure(row[i]))
		}
	}
	return wide
}

func longestWord(cell string) int {
	longest := 0
	for word := range strings.FieldsSeq(cell) {
		longest = max(longest, shownWidth(word))
	}
	return longest
}

func total(wide []int) int {
	total := len(gap) * (len(wide) - 1)
	for _, w := range wide {
		total += w
	}
	return total
}

// narrowed makes the widest columns narrower until all fit, but none than its
// longest word or than a few words; nil where that is too wide.
func narrowed(natural, least []int, columns int) []int {
	const readable = 16
	for limit := columns; limit >= readable; limit-- {
		wide := make([]int, len(natural))
		for i := range wide {
			wide[i] = max(min(natural[i], limit), least[i])
		}
		if total(wide) <= columns {
			return wide
		}
	}
	return nil
}

func underlines(wide []int) []string {
	all := make([]string, len(wide))
	for i, w := range wide {
		all[i] = strings.Repeat("-", w)
	}
	return all
}

// writeRow writes a row, in as many lines as its longest cell needs.
func (p *styledPage) writeRow(row []string, wide []int) {
	cells := make([][]string, len(wide))
	height := 0
	for i := range min(len(row), len(wide)) {
		cells[i] = broken(row[i], wide[i])
		height = max(height, len(cells[i]))
	}
	for n := range height {
		line := ""
		for i, cell := range cells {
			text := ""
			if n < len(cell) {
				text = cell[n]
			}
			line += text + strings.Repeat(" ", max(wide[i]-shownWidth(text), 0)) + gap
		}
		p.out.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// broken breaks a cell into lines of so many columns. A style that is on at the
// end of a line goes on in the next one, for other cells stand between them.
func broken(cell string, columns int) []string {
	if shownWidth(cell) <= columns {
		return []string{cell}
	}
	var all []string
	line, style := "", ""
	for word := range strings.FieldsSeq(cell) {
		if line != "" && shownWidth(line)+1+shownWidth(word) > columns {
			if style != "" {
				line += plain
			}
			all = append(all, line)
			line = style + word
		} else {
			line = strings.TrimPrefix(line+" "+word, " ")
		}
		if marks := escape.FindAllString(word, -1); len(marks) > 0 {
			style = strings.TrimSuffix(marks[len(marks)-1], plain)
		}
	}
	return append(all, line)
}

// writeItems writes each row as an item, its cells behind what the head calls
// them.
func (p *styledPage) writeItems(head []string, rows [][]string) {
	for _, row := range rows {
		mark, hang := "- ", "  "
		for i, cell := range row[:min(len(row), len(head))] {
			if name := head[i]; name != "" {
				cell = name + ": " + cell
			}
			if cell != "" {
				words := strings.Fields(cell)
				words[0] = mark + words[0]
				p.wrap(words, hang)
			}
			mark, hang = "  ", "    "
		}
	}
}
