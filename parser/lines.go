package parser

import (
	"bytes"
	"unicode"
)

// scanner walks the physical lines of a source and joins them as BuildKit's
// parser does (frontend/dockerfile/parser, Parse).
type scanner struct {
	*Source
	escape   byte
	comments []Comment
	joined   []joined // in order of their lines; what is behind is left to do
	text     []byte   // that is being joined, its room used again
}

// joined is an instruction on several lines that has been read before it is
// added.
type joined struct {
	text        Logical
	first, last int // lines
	comments    []Comment
}

// join reads the instruction that starts on the given line and returns its
// text and its last line, here-documents not counted.
func (s *scanner) join(line int) (Logical, int) {
	for len(s.joined) > 0 && s.joined[0].first < line {
		s.joined = s.joined[1:]
	}
	if len(s.joined) > 0 && s.joined[0].first == line {
		j := s.joined[0]
		s.comments = append(s.comments, j.comments...)
		return j.text, j.last
	}
	span := s.Line(line)
	span.Start += leadingSpace(s.Bytes[span.Start:span.End])
	text, more := s.trimContinuation(span)
	if !more || line == s.Lines() {
		return Logical{Text: s.Text(text), base: text.Start}, line
	}
	joined := append(s.text[:0], s.Bytes[text.Start:text.End]...)
	from := append(make([]piece, 0, 8), piece{0, text.Start})
	for more && line < s.Lines() {
		line++
		span = s.Line(line)
		if s.comment(span) || leadingSpace(s.Bytes[span.Start:span.End]) == span.End-span.Start {
			continue
		}
		text, more = s.trimContinuation(span)
		if !text.Empty() {
			from = append(from, piece{len(joined), text.Start})
			joined = append(joined, s.Bytes[text.Start:text.End]...)
		}
	}
	s.text = joined
	return Logical{Text: string(joined), from: from}, line
}

// trimContinuation cuts the escape character that joins a line with the next.
func (s *scanner) trimContinuation(line Span) (Span, bool) {
	text, more := trimContinuation(s.Bytes[line.Start:line.End], s.escape)
	return Span{line.Start, line.Start + len(text)}, more
}

// trimContinuation cuts it off a text. One that is itself escaped does not count.
func trimContinuation(line []byte, escape byte) ([]byte, bool) {
	text := bytes.TrimRight(line, " \t")
	last := len(text) - 1
	if last < 0 || text[last] != escape || last > 0 && text[last-1] == escape {
		return line, false
	}
	return text[:last], true
}

// comment notes the line if it is a comment.
func (s *scanner) comment(line Span) bool {
	text := s.Bytes[line.Start:line.End]
	start := leadingSpace(text)
	if start == len(text) || text[start] != '#' {
		return false
	}
	s.comments = append(s.comments, Comment{
		Span: Span{line.Start + start, line.End},
		Text: string(bytes.TrimSpace(text[start+1:])),
	})
	return true
}

// commentsBetween notes the comment lines from line lo up to, not including, hi.
func (s *scanner) commentsBetween(lo, hi int) {
	for n := lo; n < hi; n++ {
		s.comment(s.Line(n))
	}
}

func leadingSpace(b []byte) int {
	return len(b) - len(bytes.TrimLeftFunc(b, unicode.IsSpace))
}
