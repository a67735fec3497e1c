package excerpt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// page is a block being drawn.
type page struct {
	*block
	style   Style
	gutter  int
	columns int // for the text of a line
	rows    []string
}

func (p *page) draw() []string {
	p.row("", "")
	for i, n := range p.lines {
		if i > 0 && n > p.lines[i-1]+1 {
			p.gap(n)
		}
		p.line(n)
	}
	return p.rows
}

// row adds a row: the number of a line or nothing, and what stands next to it.
func (p *page) row(number, text string) {
	frame := p.style.Frame(fmt.Sprintf("%*s |", p.gutter, number))
	p.rows = append(p.rows, strings.TrimRight(frame+" "+text, " "))
}

// gap stands for lines left out in front of line n.
func (p *page) gap(n int) {
	row := p.style.Frame("...")
	if m := p.bar(n); m != nil && m.first < n {
		row += strings.Repeat(" ", p.gutter) + p.paint(m.Primary)("|")
	}
	p.rows = append(p.rows, row)
}

// line draws line n as often as it takes to show every mark on it, and a line
// that only lies inside a range once.
func (p *page) line(n int) {
	here := slices.DeleteFunc(slices.Clone(p.block.marks), func(m *placed) bool { return m.first != n && m.last != n })
	slices.SortStableFunc(here, func(a, b *placed) int { return a.on(n).Start - b.on(n).Start })
	if len(here) == 0 {
		line := p.in.Line(n)
		p.source(n, viewOf(p.in, line, parser.Span{Start: line.Start, End: line.Start}, p.columns))
	}
	for len(here) > 0 {
		v, count := p.together(n, here)
		p.source(n, v)
		p.underline(n, v, here[:count])
		here = here[count:]
	}
}

// together returns a view of line n that shows the first mark, and how many
// of them it shows.
func (p *page) together(n int, marks []*placed) (v view, count int) {
	line, focus := p.in.Line(n), marks[0].focus(n)
	v = viewOf(p.in, line, focus, p.columns)
	for _, m := range marks[1:] {
		focus.End = max(focus.End, m.focus(n).End)
		wider := viewOf(p.in, line, focus, p.columns)
		if !wider.shows(focus) {
			return v, count + 1
		}
		v = wider
		count++
	}
	return v, count + 1
}

// source draws the text of line n.
func (p *page) source(n int, v view) {
	p.row(strconv.Itoa(n), p.margin(n)+render(v.cells, p.style.Strange))
}
