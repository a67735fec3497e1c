package excerpt

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/entrylint/entrylint/parser"
)

// cell is what a terminal shows of one character of a source, together with
// the marks that combine with it.
type cell struct {
	at      parser.Span
	text    string
	columns int
	strange bool // text stands for a character that is not to be seen
}

const (
	tab    = "    "
	joiner = '\u200d' // joins emoji into one

	maxCombined = 64 // bytes of one cell: enough for a family of emoji, too few to paint over other lines
)

// Visible returns the text as it can be given to a terminal: control
// characters, invalid bytes and characters without a shape, among them those
// that reorder text, are replaced by signs for them. A tab becomes blanks.
func Visible(text string) string {
	if plain(text) {
		return text
	}
	return render(cells([]byte(text), parser.Span{End: len(text)}), func(s string) string { return s })
}

func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// cells cuts a part of a text into what a terminal shows of it.
func cells(src []byte, at parser.Span) []cell {
	all := make([]cell, 0, at.End-at.Start)
	joined := false
	for pos := at.Start; pos < at.End; {
		r, size := utf8.DecodeRune(src[pos:at.End])
		c := draw(r, src[pos:pos+size])
		last := len(all) - 1
		if last >= 0 && len(all[last].text) < maxCombined && (c.columns == 0 || joined && !c.strange) {
			all[last].text += c.text
			all[last].at.End = pos + size
		} else {
			if c.columns == 0 { // nothing to combine with
				c = sign(fmt.Sprintf("<%U>", r))
			}
			c.at = parser.Span{Start: pos, End: pos + size}
			all = append(all, c)
		}
		joined = r == joiner
		pos += size
	}
	return all
}

// draw chooses the sign for one character.
func draw(r rune, raw []byte) cell {
	switch {
	case ' ' <= r && r <= '~':
		return cell{text: string(raw), columns: 1}
	case r == utf8.RuneError && len(raw) == 1:
		return sign(fmt.Sprintf("<%02X>", raw[0]))
	case r == '\t':
		return cell{text: tab, columns: len(tab)}
	case r < ' ':
		return sign(string('␀' + r))
	case r == '\x7f':
		return sign("␡")
	case unicode.In(r, unicode.Mn, unicode.Me), r == joiner:
		return cell{text: string(r)}
	case unicode.IsPrint(r), unicode.Is(unicode.Co, r):
		return cell{text: string(r), columns: breadth(r)}
	}
	return sign(fmt.Sprintf("<%U>", r))
}

func sign(text string) cell {
	return cell{text: text, columns: utf8.RuneCountInString(text), strange: true}
}

// breadth is how many columns a terminal gives a printable character.
func breadth(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func total(row []cell) int {
	n := 0
	for _, c := range row {
		n += c.columns
	}
	return n
}

func render(row []cell, strange func(string) string) string {
	var b strings.Builder
	for _, c := range row {
		if c.strange {
			b.WriteString(strange(c.text))
		} else {
			b.WriteString(c.text)
		}
	}
	return b.String()
}
