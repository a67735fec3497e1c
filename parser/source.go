package parser

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of byte offsets, [Start, End), of one [Source].
type Span struct{ Start, End int }

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether the byte at offset off lies in the span.
func (s Span) Contains(off int) bool { return s.Start <= off && off < s.End }

// Position is a place as people and editors count it: lines and columns start
// at 1, and a column counts Unicode code points. An invalid byte counts as one
// code point; a byte order mark counts as none.
type Position struct{ Line, Column int }

// Source is a named text with an index of its lines. Lines end at "\n", as in
// BuildKit; a "\r" before it belongs to the line end. A Source is immutable
// and safe for concurrent use.
type Source struct {
	Name  string
	Bytes []byte
	text  string
	lines []int // offset of each line's first byte
}

var byteOrderMark = []byte("\xEF\xBB\xBF")

// NewSource indexes src, which it keeps and must not be changed afterwards.
func NewSource(name string, src []byte) *Source {
	lines := make([]int, 1, bytes.Count(src, []byte{'\n'})+1)
	for at := 0; ; {
		n := bytes.IndexByte(src[at:], '\n')
		if n < 0 || at+n+1 == len(src) {
			break
		}
		at += n + 1
		lines = append(lines, at)
	}
	if bytes.HasPrefix(src, byteOrderMark) {
		lines[0] = len(byteOrderMark)
	}
	return &Source{Name: name, Bytes: src, text: string(src), lines: lines}
}

// Lines returns how many lines the source has: at least one. A newline at the
// very end starts no further line.
func (s *Source) Lines() int { return len(s.lines) }

// Line returns the span of line n, counted from 1, without its line end. A
// line that is not there yields an empty span at the end of the source.
func (s *Source) Line(n int) Span {
	if n < 1 || n > len(s.lines) {
		return Span{len(s.Bytes), len(s.Bytes)}
	}
	start := s.lines[n-1]
	line := bytes.TrimRight(s.Bytes[start:s.nextLine(n)], "\r\n")
	return Span{start, start + len(line)}
}

// nextLine returns the offset just behind line n's line end.
func (s *Source) nextLine(n int) int {
	if n < len(s.lines) {
		return s.lines[n]
	}
	return len(s.Bytes)
}

// LineAt returns the number, from 1, of the line that holds offset off.
func (s *Source) LineAt(off int) int {
	return max(1, sort.SearchInts(s.lines, off+1))
}

// Position translates a byte offset; one past the end is the end's position.
// The end behind a final newline is the first column of the line below, where
// editors put it.
func (s *Source) Position(off int) Position {
	off = min(max(off, 0), len(s.Bytes))
	if off == len(s.Bytes) && bytes.HasSuffix(s.Bytes, []byte{'\n'}) {
		return Position{Line: len(s.lines) + 1, Column: 1}
	}
	line := s.LineAt(off)
	start := min(s.lines[line-1], off)
	return Position{Line: line, Column: utf8.RuneCount(s.Bytes[start:off]) + 1}
}

// Text returns the bytes of a span as they stand in the source.
func (s *Source) Text(at Span) string { return s.text[at.Start:at.End] }

// Edit replaces the bytes of one span. An empty span inserts.
type Edit struct {
	In  *Source
	At  Span
	New string
}
