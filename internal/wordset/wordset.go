// Package wordset has sets of words that cost nothing until they are asked:
// constants, where a slice or a map would be made at every start of the program.
package wordset

import (
	"iter"
	"strings"
	"unicode"
)

// Set is words with white space between them.
type Set string

// Has reports whether a word is one of the set. The empty word never is.
func (s Set) Has(word string) bool {
	if word == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(string(s[from:]), word)
		if at < 0 {
			return false
		}
		at += from
		from = at + len(word)
		if (at == 0 || isSpace(s[at-1])) && (from == len(s) || isSpace(s[from])) {
			return !strings.ContainsFunc(word, unicode.IsSpace) // two of them are none
		}
	}
}

// All yields the words in their order.
func (s Set) All() iter.Seq[string] { return strings.FieldsSeq(string(s)) }

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }
