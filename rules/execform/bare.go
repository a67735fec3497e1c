package execform

import (
	"encoding/json"
	"strings"
	"unicode"

	"github.com/entrylint/entrylint/parser"
)

// bare reads a word without quotes: other JSON, else all up to the next comma,
// bracket or quoted word.
func (r *arrayReader) bare() {
	start, rest := r.pos, r.text[r.pos:]
	if n := r.otherJSON(rest); n > 0 {
		r.add(start, start+n, rest[:n], otherJSON)
		return
	}
	end := 1
	for end < len(rest) && !strings.Contains(",]", rest[end:end+1]) && !opensWord(rest, end) {
		end++
	}
	word := strings.TrimRightFunc(rest[:end], unicode.IsSpace)
	r.fault(noQuotes, parser.Span{Start: start, End: start + len(word)})
	r.add(start, start+len(word), word, bareWord)
}

// otherJSON returns how long the JSON value at the start of rest is that is no
// string; 0 for none.
func (r *arrayReader) otherJSON(rest string) int {
	n := 0
	if strings.Contains("[{", rest[:1]) {
		n = r.nested(rest)
	} else {
		n = strings.IndexFunc(rest, func(c rune) bool { return c == ',' || c == ']' || unicode.IsSpace(c) })
	}
	if n <= 0 || !json.Valid([]byte(rest[:n])) || !endsWord(rest[n:]) {
		return 0
	}
	return n
}

func (r *arrayReader) nested(rest string) int {
	if r.noNesting {
		return 0
	}
	n := valueLength(rest)
	r.noNesting = n == 0
	return n
}

// valueLength returns how long the JSON value is that a text starts with; 0
// for none.
func valueLength(text string) int {
	var value json.RawMessage
	dec := json.NewDecoder(strings.NewReader(text))
	if dec.Decode(&value) != nil {
		return 0
	}
	return int(dec.InputOffset())
}
