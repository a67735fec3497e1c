package execform

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
)

// Quotes that are taken for one another, by word processors and by people.
const (
	doubleQuotes = "\"“”„‟«»″"
	singleQuotes = "'‘’‚‛′"
	backQuotes   = "`´"
)

// separators are what people type in place of a comma.
const separators = ";.:|"

// family returns the quotes that can close a word that one opens; "" for what
// is no quote.
func family(open rune) string {
	for _, quotes := range []string{doubleQuotes, singleQuotes, backQuotes} {
		if strings.ContainsRune(quotes, open) {
			return quotes
		}
	}
	return ""
}

// quoted reads a word that opens with one of the quotes.
func (r *arrayReader) quoted(open rune, quotes string) {
	start := r.pos
	from := start + utf8.RuneLen(open)
	to, end, inner := r.closing(from, open, quotes)
	word := parser.Span{Start: start, End: end}
	switch {
	case to == end: // ended by something else than a quote
		r.fault(notClosed, word)
	case open == '\'':
		r.fault(singleQuoted, word)
	case open == '`':
		r.fault(backQuoted, word)
	case open != '"' || r.text[end-1] != '"':
		r.fault(typographic, word)
	}
	value := r.text[from:to]
	if open == '"' {
		value = r.unescape(value, from, inner)
	} else if inner >= 0 {
		r.guess = true
	}
	r.add(start, end, value, quotedWord)
}

// closing finds the end of a quoted word: where its value ends and where its
// closing quote does, the same where there is none. inner is the first quote
// that stands inside the word, -1 for none.
func (r *arrayReader) closing(from int, open rune, quotes string) (to, end, inner int) {
	first, width := -1, 0
	for i := from; i < len(r.text); {
		c, n := utf8.DecodeRuneInString(r.text[i:])
		switch {
		case c == '\\' && open == '"':
			n++
		case !strings.ContainsRune(quotes, c):
		case r.strict && c == open, !r.strict && endsWord(r.text[i+n:]):
			return i, i + n, first
		case first < 0 && (c == open || open != '"'):
			if comma := openComma(r.text[from:i], r.text[i+n:]); comma >= 0 {
				return from + comma, from + comma, -1
			}
			first, width = i, n
		}
		if i += n; first >= 0 && r.noQuote[quotes] {
			break
		}
	}
	r.noQuote[quotes] = true
	if first < 0 {
		end = r.openEnd(from)
		return end, end, -1
	}
	r.guess = true
	return first, first + width, -1
}

// openEnd is where a word ends that no quote closes: in front of the bracket
// that ends the text, or with the text.
func (r *arrayReader) openEnd(from int) int {
	text := strings.TrimRightFunc(r.text, unicode.IsSpace)
	if strings.HasSuffix(text, "]") && len(text) > from {
		return len(text) - 1
	}
	return len(r.text)
}

// openComma returns where a word ends whose closing quote was forgotten, so
// that the next word's opening quote closes it: ["a, "b"]. -1 for a word like
// any other.
func openComma(value, behind string) int {
	value = strings.TrimRightFunc(value, unicode.IsSpace)
	if strings.HasSuffix(value, ",") && behind != "" && !unicode.IsSpace(rune(behind[0])) {
		return len(value) - 1
	}
	return -1
}

// endsWord reports whether what follows a quote shows that it closed a word: a
// comma, a bracket, the end, or a blank and another quote.
func endsWord(behind string) bool {
	rest := strings.TrimLeftFunc(behind, unicode.IsSpace)
	switch {
	case rest == "" || rest[0] == ',' || rest[0] == ']':
		return true
	case rest[0] == '}' || rest[0] == ')':
		return strings.TrimSpace(rest[1:]) == ""
	case strings.Contains(separators, rest[:1]):
		return startsWithQuote(strings.TrimLeftFunc(rest[1:], unicode.IsSpace))
	}
	return len(rest) < len(behind) && startsWithQuote(rest)
}

func startsWithQuote(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return family(c) != ""
}

// opensWord reports whether a quoted word starts at i: a quote behind a blank.
func opensWord(text string, i int) bool {
	return text[i-1] == ' ' && startsWithQuote(text[i:])
}
