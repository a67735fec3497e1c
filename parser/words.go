package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The functions below find where BuildKit's line parsers found their words.
// They return ranges of the text, never values: those come from BuildKit. The
// ranges are appended to words, so that the caller can give them room.

const blanks = "\t\v\f\r " // BuildKit's reWhitespace

// trim narrows [lo, hi) as strings.TrimSpace would.
func trim(text string, at Span) Span {
	s := text[at.Start:at.End]
	at.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	s = text[at.Start:at.End]
	at.End -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	return at
}

// cut splits at the first run of blanks.
func cut(text string, at Span) (head, tail Span) {
	s := text[at.Start:at.End]
	i := strings.IndexAny(s, blanks)
	if i < 0 {
		return at, Span{at.End, at.End}
	}
	j := i + len(s[i:]) - len(strings.TrimLeft(s[i:], blanks))
	return Span{at.Start, at.Start + i}, Span{at.Start + j, at.End}
}

// fields splits at every run of blanks.
func fields(words []Span, text string, at Span) []Span {
	for !at.Empty() {
		var word Span
		word, at = cut(text, at)
		words = append(words, word)
	}
	return words
}

// flags finds the leading --words of an instruction and what follows them.
// BuildKit reads them byte by byte, so bytes 0x85 and 0xA0 end a word.
func flags(words []Span, text string, at Span, escape byte) (found []Span, rest Span) {
	pos := at.Start
	for {
		for pos < at.End && unicode.IsSpace(rune(text[pos])) {
			pos++
		}
		if !strings.HasPrefix(text[pos:at.End], "--") {
			return words, trim(text, Span{pos, at.End})
		}
		word := Span{pos, flagEnd(text, pos, at.End, escape)}
		pos = word.End
		if text[word.Start:word.End] == "--" {
			return words, trim(text, Span{pos, at.End})
		}
		words = append(words, word)
	}
}

func flagEnd(text string, pos, end int, escape byte) int {
	var quote byte
	for ; pos < end; pos++ {
		switch c := text[pos]; {
		case c == escape:
			pos++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case unicode.IsSpace(rune(c)):
			return pos
		}
	}
	return end
}

// quoted splits as BuildKit's parseWords does for ENV, LABEL and ARG: at
// blanks outside quotes.
func quoted(words []Span, text string, at Span, escape byte) []Span {
	for pos := at.Start; ; {
		s := text[pos:at.End]
		pos = at.End - len(strings.TrimLeftFunc(s, unicode.IsSpace))
		if pos == at.End {
			return words
		}
		end, kept := quotedEnd(text, pos, at.End, escape)
		if kept {
			words = append(words, Span{pos, end})
		}
		pos = end
	}
}

// quotedEnd returns the end of the word at pos, and whether anything is left
// of it: BuildKit drops an escape character at the very end.
func quotedEnd(text string, pos, end int, escape byte) (int, bool) {
	kept := false
	var quote rune
	for pos < end {
		r, width := utf8.DecodeRuneInString(text[pos:end])
		switch {
		case r == rune(escape) && quote != '\'':
			pos += width
			if pos == end {
				return end, kept
			}
			_, width = utf8.DecodeRuneInString(text[pos:end])
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '\'' || r == '"':
			quote = r
		case unicode.IsSpace(r):
			return pos, kept
		}
		kept = true
		pos += width
	}
	return end, kept
}

// elements finds the strings of a JSON array BuildKit has accepted.
func elements(words []Span, text string, at Span) []Span {
	for pos := at.Start; pos < at.End; pos++ {
		if text[pos] != '"' {
			continue
		}
		start := pos
		for pos++; pos < at.End && text[pos] != '"'; pos++ {
			if text[pos] == '\\' {
				pos++
			}
		}
		words = append(words, Span{start, min(pos+1, at.End)})
	}
	return words
}
