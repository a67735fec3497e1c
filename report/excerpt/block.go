package excerpt

import (
	"bytes"
	"slices"

	"github.com/entrylint/entrylint/parser"
)

// block is the marks of one source and the lines to be shown for them.
type block struct {
	in     *parser.Source
	marks  []*placed
	lines  []int
	barred bool // a bar is drawn in front of some lines
}

// placed is a mark and the lines, from 1, it touches.
type placed struct {
	Mark
	first, last int
}

const (
	maxShown = 6 // a range of more lines shows its first three and its last one
	headOf   = 3
)

func (b *block) add(m Mark) {
	p := &placed{Mark: m, first: lineAt(m.In, m.At.Start)}
	p.last = p.first
	if !m.At.Empty() {
		p.last = max(p.first, m.In.LineAt(m.At.End-1))
	}
	b.marks = append(b.marks, p)
}

// lineAt returns the line of an offset. The end behind a final newline is on
// a line of its own, as in [parser.Source.Position].
func lineAt(in *parser.Source, off int) int {
	if off >= len(in.Bytes) && bytes.HasSuffix(in.Bytes, []byte{'\n'}) {
		return in.Lines() + 1
	}
	return in.LineAt(off)
}

func (p *placed) long() bool { return p.last > p.first }

// arrange settles which marks get a bar and which lines are shown. There is
// one bar at a time: a further range of many lines keeps its first one.
func (b *block) arrange() {
	b.unite()
	for i, m := range b.marks {
		if m.long() && slices.ContainsFunc(b.marks[:i], m.crosses) {
			m.last = m.first
		}
		b.barred = b.barred || m.long()
		b.show(m)
	}
	slices.Sort(b.lines)
	b.lines = slices.Compact(b.lines)
	for i := len(b.lines) - 1; i > 0; i-- {
		if b.lines[i]-b.lines[i-1] == 2 { // as short as a gap
			b.lines = slices.Insert(b.lines, i, b.lines[i]-1)
		}
	}
}

// unite lets a primary mark speak the label of another one at the same place.
func (b *block) unite() {
	for _, p := range b.marks {
		i := slices.IndexFunc(b.marks, func(m *placed) bool { return !m.Primary && m.At == p.At })
		if p.Primary && p.Label == "" && i >= 0 {
			p.Label = b.marks[i].Label
			b.marks = slices.Delete(b.marks, i, i+1)
			return
		}
	}
}

func (p *placed) crosses(m *placed) bool {
	return m.long() && p.first <= m.last && m.first <= p.last
}

func (b *block) show(m *placed) {
	for n := m.first; n <= m.last; n++ {
		if m.last-m.first < maxShown || n < m.first+headOf {
			b.lines = append(b.lines, n)
		}
	}
	b.lines = append(b.lines, m.last)
}

// bar returns the mark whose bar stands at line n, nil for none.
func (b *block) bar(n int) *placed {
	for _, m := range b.marks {
		if m.long() && m.first <= n && n <= m.last {
			return m
		}
	}
	return nil
}

// startsLine reports whether nothing but blanks is in front of the mark.
func (p *placed) startsLine() bool {
	line := p.In.Line(p.first)
	return len(bytes.TrimLeft(p.In.Bytes[line.Start:max(p.At.Start, line.Start)], " \t")) == 0
}

// on returns the part of the range the mark points at in its first or last
// line: all of it, or where its bar begins or ends.
func (p *placed) on(n int) parser.Span {
	line := p.In.Line(n)
	at := parser.Span{Start: clamp(p.At.Start, line), End: clamp(p.At.End, line)}
	switch {
	case !p.long():
	case p.first == n:
		at.End = at.Start
	default:
		at.Start = max(at.Start, at.End-1)
	}
	return at
}

// focus is what has to be seen of the line for the mark: an empty range stands
// at the character behind it.
func (p *placed) focus(n int) parser.Span {
	at := p.on(n)
	at.End = max(at.End, min(at.Start+1, p.In.Line(n).End))
	return at
}

func clamp(off int, in parser.Span) int { return min(max(off, in.Start), in.End) }
