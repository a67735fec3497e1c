package excerpt

import (
	"slices"
	"strings"
)

// piece is a mark under one line, in columns [lo, hi) of the view.
type piece struct {
	*placed
	lo, hi int
}

// underline draws the marks of line n.
func (p *page) underline(n int, v view, marks []*placed) {
	var single []piece
	var begins, ends *piece
	for _, m := range marks {
		lo, hi := v.columns(m.on(n))
		switch one := (piece{m, lo, hi}); {
		case !m.long():
			single = append(single, one)
		case m.last == n:
			ends = &one
		case !m.startsLine():
			begins = &one
		}
	}
	if begins != nil {
		p.row("", " "+p.paint(begins.Primary)(strings.Repeat("_", begins.lo+1)+begins.sign()))
	}
	for _, row := range pack(single) {
		p.signs(n, row)
	}
	if ends != nil {
		p.end(*ends)
	}
}

// end draws where a bar ends, and its label.
func (p *page) end(m piece) {
	paint := p.paint(m.Primary)
	foot := "|" + strings.Repeat("_", m.hi) + m.sign()
	if m.Label == "" || fits(m.Label, p.columns-m.hi-1) {
		p.row("", paint(strings.TrimRight(foot+" "+Visible(m.Label), " ")))
		return
	}
	p.row("", paint(foot))
	for _, line := range Wrap(m.Label, p.columns) {
		p.row("", "  "+paint(line))
	}
}

// pack sorts marks into rows in which none overlaps another; the primary one
// is in the first.
func pack(marks []piece) (rows [][]piece) {
	slices.SortStableFunc(marks, func(a, b piece) int { return rank(a) - rank(b) })
	for _, m := range marks {
		isFree := func(row []piece) bool {
			return !slices.ContainsFunc(row, func(o piece) bool { return m.lo < o.hi && o.lo < m.hi })
		}
		i := slices.IndexFunc(rows, isFree)
		if i < 0 {
			i = len(rows)
			rows = append(rows, nil)
		}
		rows[i] = append(rows[i], m)
	}
	for _, row := range rows {
		slices.SortFunc(row, func(a, b piece) int { return a.lo - b.lo })
	}
	return rows
}

func rank(m piece) int {
	if m.Primary {
		return 0
	}
	return 1
}

// signs draws one row of marks. The label of the last one stands behind it,
// those of the others below.
func (p *page) signs(n int, row []piece) {
	var out canvas
	for _, m := range row {
		out.at(m.lo, strings.Repeat(m.sign(), m.hi-m.lo), p.paint(m.Primary))
	}
	waiting := row
	if last := row[len(row)-1]; fits(last.Label, p.columns-last.hi-1) {
		if last.Label != "" {
			out.at(last.hi+1, Visible(last.Label), p.paint(last.Primary))
		}
		waiting = row[:len(row)-1]
	}
	p.row("", p.beside(n)+out.String())
	p.labels(n, slices.DeleteFunc(slices.Clone(waiting), func(m piece) bool { return m.Label == "" }))
}
