package parser

import (
	"bufio"
	"bytes"
	"slices"
	"strings"
	"unicode"
)

// joined returns the source with its continued lines joined, and a blank line in
// place of each that is gone: BuildKit reads the same instructions from it, on
// the same lines. It takes half the time, most of which goes into a regular
// expression that BuildKit runs over each line, and twice over each that goes on
// in the next. Where one of the two might read something else, it is the source.
//
// The scanner keeps what has been joined.
func (f *File) joined(s *scanner) []byte {
	if len(f.Bytes) >= bufio.MaxScanTokenSize || f.badDirective || bytes.Contains(f.Bytes, []byte("<<")) || bytes.IndexByte(f.Bytes, f.Escape) < 0 {
		return f.Bytes // a line that is too long for BuildKit, a here-document, or nothing to join
	}
	quiet := scanner{Source: f.Source, escape: f.Escape}
	text := make([]byte, 0, len(f.Bytes)+1)
	var all []joined
	for n := 1; n <= f.Lines(); n++ {
		at := f.Line(n)
		if _, more := trimContinuation(f.Bytes[at.Start:at.End], f.Escape); !more || f.noInstruction(n) {
			text = append(text, f.Bytes[at.Start:f.nextLine(n)]...)
			continue
		}
		inst, last := quiet.join(n)
		if !quiet.readAlike(inst.Text) {
			return f.Bytes
		}
		all = append(all, joined{inst, n, last, quiet.comments})
		quiet.comments = nil
		text = append(text, inst.Text...)
		text = append(text, slices.Repeat([]byte{'\n'}, last-n+1)...)
		n = last
	}
	s.joined = all
	return text
}

// readAlike reports whether BuildKit reads a joined text like its lines: it
// takes blanks in front, line ends and what looks like a continuation off one
// line only.
func (s *scanner) readAlike(joined string) bool {
	if joined == "" || joined[0] == '#' || strings.TrimLeftFunc(joined, unicode.IsSpace) != joined || strings.HasSuffix(joined, "\r") {
		return false
	}
	_, more := trimContinuation([]byte(joined), s.escape)
	return !more
}
