package execform

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// fault is a place where a text stops being JSON.
type fault struct {
	kind kind
	at   parser.Span // of the text
}

// kind says what is wrong: what of the place, %s standing for its text, and
// why JSON does not take it.
type kind struct{ what, why string }

// The kinds of faults, from json.org's grammar.
var (
	singleQuoted     = kind{"%s is in single quotes", "JSON knows double quotes only"}
	typographic      = kind{"%s is in typographic quotes", `these are not the quote JSON knows, "`}
	backQuoted       = kind{"a word is in backquotes", "JSON knows double quotes only"}
	noQuotes         = kind{"%s has no quotes", "JSON wants every word in double quotes"}
	noComma          = kind{"no comma follows %s", "a comma belongs behind this word"}
	extraComma       = kind{"there is a comma too many", "no word follows this comma"}
	otherSeparator   = kind{"%s stands where a comma belongs", "words are separated by commas"}
	noBracket        = kind{"the closing `]` is missing", "a closing bracket belongs behind this word"}
	otherBracket     = kind{"%s stands where `]` belongs", "an array ends with a square bracket"}
	otherOpening     = kind{"%s stands where `[` belongs", "an array begins with a square bracket"}
	notClosed        = kind{"the quote that opens %s is never closed", "a closing quote belongs behind this word"}
	innerQuote       = kind{"a quote inside a word is not escaped", `inside a word, " is written \"`}
	badEscape        = kind{"%s is no escape that JSON knows", `a backslash is written \\`}
	controlCharacter = kind{"a word holds a control character", `a tab is written \t`}
	otherBlank       = kind{"a character that only looks like a blank (%s) stands between the words", "JSON knows the plain blank only"}
)

func (r *arrayReader) fault(k kind, at parser.Span) {
	r.faults = append(r.faults, fault{k, at})
}

// what describes the fault with the words of the text.
func (a array) what(f fault) string {
	value := a.text[f.at.Start:f.at.End]
	if f.kind == otherBlank {
		c, _ := utf8.DecodeRuneInString(value)
		value = fmt.Sprintf("%U", c)
	} else {
		value = "`" + rules.Clip(value) + "`"
	}
	return strings.Replace(f.kind.what, "%s", value, 1)
}

// repaired returns the words that were meant, and false where that is a guess.
// One word with blanks may be a command line.
func (a array) repaired() ([]string, bool) {
	words := make([]string, 0, len(a.words))
	for _, w := range a.words {
		if w.form == bareWord && a.commas == 0 && len(a.words) > 1 {
			words = append(words, strings.Fields(w.value)...)
		} else {
			words = append(words, w.value)
		}
	}
	return words, !a.guess && len(words) > 0
}

// tail is what follows the array; empty for nothing.
func (a array) tail() parser.Span {
	rest := a.text[a.end:]
	start := len(a.text) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return parser.Span{Start: start, End: max(start, len(strings.TrimRightFunc(a.text, unicode.IsSpace)))}
}
