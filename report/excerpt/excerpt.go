// Package excerpt draws the lines of a source with marks under the ranges that
// matter, for people in a terminal:
//
//	3 | CMD ["nginx", "-g daemon off;"]
//	  |      -------  ^^^^^^^^^^^^^^^^ one word
//	  |      |
//	  |      the program
//
// Nothing of a source reaches the terminal that would not be seen there, and
// no line is longer than asked for.
package excerpt

import (
	"slices"
	"strconv"

	"github.com/entrylint/entrylint/parser"
)

// Mark is a range to point at.
type Mark struct {
	In      *parser.Source
	At      parser.Span
	Label   string // stands next to the mark; may be empty
	Primary bool   // the range it is all about
}

// Style paints the parts of an excerpt.
type Style struct {
	Frame     func(string) string // line numbers and the bar next to them
	Primary   func(string) string // primary marks and their labels
	Secondary func(string) string
	Strange   func(string) string // signs for what would not be seen
}

// Excerpt is what one source has of the marks.
type Excerpt struct {
	In   *parser.Source
	At   parser.Span // the first mark's
	Rows []string
}

const minColumns = 20 // for the text of a line, whatever the caller says

// Draw draws the marks, grouped by source in the order given. gutter is how
// many columns the line numbers take; a row is at most columns wide.
func Draw(marks []Mark, columns int, style Style) (all []Excerpt, gutter int) {
	var blocks []*block
	for _, m := range marks {
		i := slices.IndexFunc(blocks, func(b *block) bool { return b.in == m.In })
		if i < 0 {
			i = len(blocks)
			blocks = append(blocks, &block{in: m.In})
		}
		blocks[i].add(m)
	}
	for _, b := range blocks {
		b.arrange()
		gutter = max(gutter, len(strconv.Itoa(b.lines[len(b.lines)-1])))
	}
	for _, b := range blocks {
		p := &page{block: b, style: style, gutter: gutter}
		p.columns = max(columns-gutter-len(" | ")-len(p.margin(0)), minColumns)
		all = append(all, Excerpt{In: b.in, At: b.marks[0].At, Rows: p.draw()})
	}
	return all, gutter
}
