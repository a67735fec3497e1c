package excerpt

// margin is what stands in front of the text of line n.
func (p *page) margin(n int) string {
	m := p.bar(n)
	switch {
	case m != nil && m.first < n:
		return p.paint(m.Primary)("|") + " "
	case m != nil && m.startsLine():
		return p.paint(m.Primary)("/") + " "
	case p.barred:
		return "  "
	}
	return ""
}

// beside is the margin under line n, next to marks.
func (p *page) beside(n int) string {
	if m := p.bar(n); m != nil {
		return p.paint(m.Primary)("|") + " "
	}
	return p.margin(n)
}

func (p *page) paint(primary bool) func(string) string {
	if primary {
		return p.style.Primary
	}
	return p.style.Secondary
}

func (p *placed) sign() string {
	if p.Primary {
		return "^"
	}
	return "-"
}
