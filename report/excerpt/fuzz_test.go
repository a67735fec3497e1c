package excerpt_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/width"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report/excerpt"
)

// FuzzDraw marks ranges of any text: nothing that would not be seen may come
// out, no row may be too wide, and what stands above the carets must be the
// text of the range.
func FuzzDraw(f *testing.F) {
	f.Add([]byte("FROM a\nCMD\t[\"x\"]\n"), 7, 10, 8, 30, 40, "why")
	f.Add([]byte("\xEF\xBB\xBFä\r\n\x1b[1m\xff日本e\u0301\n"), 3, 8, 0, 99, 60, "a\nb")
	f.Add([]byte(strings.Repeat("x\u0301", 500)+"\n\n\n\n\n\n\n\n"), 400, 402, 900, 1600, 30, strings.Repeat("long ", 40))
	f.Add([]byte(strings.Repeat("x", 36)+"\n"), 36, 36, 0, 1, 0, "behind a line that just fits")
	f.Add([]byte(strings.Repeat("x", 90)), 88, 88, 70, 75, 11, "an empty range at a cut")
	f.Add([]byte("a\n"+strings.Repeat("x", 32)), 0, 0, 0, 34, 0, "0")
	f.Fuzz(func(t *testing.T, src []byte, start, end, noteStart, noteEnd, columns int, label string) {
		in := parser.NewSource("Dockerfile", src)
		at, note := spanIn(src, start, end), spanIn(src, noteStart, noteEnd)
		columns = 40 + max(columns, -columns)&127
		style := plain
		style.Primary = func(s string) string { return strings.ReplaceAll(s, "^", caret) }
		all, _ := excerpt.Draw([]excerpt.Mark{{In: in, At: at, Primary: true}, {In: in, At: note, Label: label}}, columns, style)
		for _, row := range all[0].Rows {
			assert.Assert(t, columnsOf(row) <= columns, "%d > %d: %q", columnsOf(row), columns, row)
			for _, r := range row {
				assert.Assert(t, harmless(r), "%q", row)
			}
		}
		checkCarets(t, in, at, all[0].Rows)
	})
}

func spanIn(src []byte, start, end int) parser.Span {
	start = min(max(start, 0), len(src))
	return parser.Span{Start: start, End: min(max(end, start), len(src))}
}

func harmless(r rune) bool {
	return unicode.IsPrint(r) || r == '\u200d' || unicode.Is(unicode.Co, r)
}

// columnsOf measures in a way of its own: no text of the test joins emoji.
func columnsOf(row string) (n int) {
	for _, r := range row {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me), r == '\u200d':
		case k == width.EastAsianWide, k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// caret stands for "^" in the fuzz test: no text has it.
const caret = "\ue000"

// checkCarets compares a range of a plain line with what stands above its
// carets, where that is all of it and no other mark comes between.
func checkCarets(t *testing.T, in *parser.Source, at parser.Span, rows []string) {
	t.Helper()
	want := excerpt.Visible(in.Text(at))
	if !ascii(in.Text(in.Line(in.LineAt(at.Start)))) {
		return
	}
	for i, row := range rows {
		from, carets := strings.Index(row, caret), strings.Count(row, caret)
		if carets == 0 || carets != len(want) || strings.Contains(rows[i-1], "…") || strings.HasPrefix(rows[i-1], "  ") {
			continue
		}
		above := rows[i-1] + strings.Repeat(" ", from+carets)
		assert.Equal(t, above[from:from+carets], want)
	}
}

func ascii(s string) bool {
	for _, r := range s {
		if r > '~' || r < ' ' && r != '\t' {
			return false
		}
	}
	return true
}
