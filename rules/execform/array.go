package execform

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
)

// array is a text that starts with "[", read as a person reads it who knows
// that a JSON array of strings was meant. Spans are byte ranges of the text.
type array struct {
	text   string
	words  []element
	faults []fault // in order; none where the text, up to end, is JSON
	commas int
	end    int  // behind the closing bracket
	guess  bool // another reading of the broken parts is as good
}

// element is one word of the array.
type element struct {
	value string
	at    parser.Span // quotes included
	form  form
}

type form int

const (
	quotedWord form = iota
	bareWord        // without quotes, and no JSON
	otherJSON       // a number, true, false, null, an array or object
)

// arrayReader reads an array. It takes time linear in the text: what was
// searched to the end in vain is not searched again.
type arrayReader struct {
	array
	pos       int
	comma     int             // where the comma in front of the next word stands; 0 for the bracket, -1 for none
	strict    bool            // the text starts with an array that is JSON
	noNesting bool            // no further nested array or object is searched
	noQuote   map[string]bool // no further closing quote of this family is searched
}

func readArray(text string) array {
	r := &arrayReader{array: array{text: text}, pos: 1, noQuote: map[string]bool{}}
	r.strict = valueLength(text) > 0
	for r.part() {
	}
	r.end = r.pos
	return r.array
}

// part reads a word or what stands between words. It returns false behind the
// end of the array.
func (r *arrayReader) part() bool {
	r.skipBlanks()
	if r.pos == len(r.text) {
		r.fault(noBracket, r.lastWord())
		return false
	}
	at := parser.Span{Start: r.pos, End: r.pos + 1}
	switch c := r.text[r.pos]; {
	case c == ']':
		if r.comma > 0 {
			r.fault(extraComma, parser.Span{Start: r.comma, End: r.comma + 1})
		}
		r.pos++
		return false
	case (c == '}' || c == ')') && strings.TrimSpace(r.text[r.pos+1:]) == "":
		r.fault(otherBracket, at)
		r.pos++
		return false
	case c == ',':
		if r.comma >= 0 {
			r.fault(extraComma, at)
		}
		r.comma = r.pos
		r.commas++
		r.pos++
	case strings.Contains(separators, string(c)) && r.comma < 0:
		r.fault(otherSeparator, at)
		r.comma = r.pos
		r.commas++
		r.pos++
	default:
		r.word()
	}
	return true
}

func (r *arrayReader) word() {
	if r.comma < 0 {
		r.fault(noComma, r.lastWord())
	}
	r.comma = -1
	open, _ := utf8.DecodeRuneInString(r.text[r.pos:])
	if quotes := family(open); quotes != "" {
		r.quoted(open, quotes)
		return
	}
	r.bare()
}

func (r *arrayReader) add(start, end int, value string, f form) {
	r.words = append(r.words, element{value, parser.Span{Start: start, End: end}, f})
	r.pos = end
}

// lastWord is where the word before stands; the opening bracket without one.
func (r *arrayReader) lastWord() parser.Span {
	if len(r.words) == 0 {
		return parser.Span{Start: 0, End: 1}
	}
	return r.words[len(r.words)-1].at
}

// skipBlanks goes to the next visible character.
func (r *arrayReader) skipBlanks() {
	for r.pos < len(r.text) {
		c, n := utf8.DecodeRuneInString(r.text[r.pos:])
		if !unicode.IsSpace(c) && !strings.ContainsRune("\u200b\u2060\ufeff", c) {
			return
		}
		if !strings.ContainsRune(" \t\r\n", c) {
			r.fault(otherBlank, parser.Span{Start: r.pos, End: r.pos + n})
		}
		r.pos += n
	}
}
