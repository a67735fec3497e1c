package parser

import "sort"

// Logical is one instruction's text as BuildKit reads it: continuation lines
// joined, comments and blank lines inside them dropped. It remembers which
// byte of the source each byte of Text came from.
type Logical struct {
	Text string
	base int     // where Text starts in the joined text the pieces describe
	from []piece // ordered by their offset in the joined text; none for the source itself
}

// piece says that the joined text from offset text on stands in the source
// from offset source on, up to the next piece.
type piece struct{ text, source int }

// Span maps the range [lo, hi) of Text back to the source. The span starts at
// the first byte of the range and ends behind its last one; line breaks that
// were joined away lie inside it, a continuation character behind it does not.
func (l Logical) Span(lo, hi int) Span {
	lo = min(max(lo, 0), len(l.Text))
	hi = min(max(hi, lo), len(l.Text))
	start := l.source(lo)
	if hi == lo {
		return Span{start, start}
	}
	return Span{start, l.source(hi-1) + 1}
}

// Slice returns the part [lo, hi) of the text, with its origin.
func (l Logical) Slice(lo, hi int) Logical {
	l.Text = l.Text[lo:hi]
	l.base += lo
	return l
}

func (l Logical) source(off int) int {
	off += l.base
	if len(l.from) == 0 {
		return off
	}
	i := sort.Search(len(l.from), func(i int) bool { return l.from[i].text > off }) - 1
	return l.from[i].source + off - l.from[i].text
}

// Offset is the inverse of Span for one byte: the offset in Text of the source
// byte at off, and false where that byte is not part of the text.
func (l Logical) Offset(off int) (int, bool) {
	if len(l.from) == 0 {
		at := off - l.base
		return at, at >= 0 && at < len(l.Text)
	}
	i := sort.Search(len(l.from), func(i int) bool { return l.from[i].source > off }) - 1
	if i < 0 {
		return 0, false
	}
	at := l.from[i].text + off - l.from[i].source
	if i+1 < len(l.from) && at >= l.from[i+1].text {
		return 0, false
	}
	at -= l.base
	return at, at >= 0 && at < len(l.Text)
}
