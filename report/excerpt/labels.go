package excerpt

const labelColumns = 60 // a label gets as many where it would get fewer

// labels draws the labels that do not stand next to their marks, the
// rightmost first.
func (p *page) labels(n int, waiting []piece) {
	if len(waiting) == 0 {
		return
	}
	p.row("", p.beside(n)+p.threads(waiting, p.columns).String())
	for i := len(waiting) - 1; i >= 0; i-- {
		m := waiting[i]
		lines := Wrap(m.Label, max(p.columns-m.lo, min(labelColumns, p.columns)))
		left := m.lo
		for _, line := range lines {
			left = min(left, p.columns-breadthOf(line))
		}
		for _, line := range lines {
			out := p.threads(waiting[:i], left)
			out.at(left, line, p.paint(m.Primary))
			p.row("", p.beside(n)+out.String())
		}
	}
}

// threads draws what leads from marks to labels further below.
func (p *page) threads(waiting []piece, before int) *canvas {
	var out canvas
	for _, m := range waiting {
		if m.lo < before {
			out.at(m.lo, "|", p.paint(m.Primary))
		}
	}
	return &out
}
