package excerpt_test

import (
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report/excerpt"
)

// plain is a style without colors.
var plain = excerpt.Style{Frame: same, Primary: same, Secondary: same, Strange: same}

func same(s string) string { return s }

// of makes a mark at the only place of a text.
func of(t *testing.T, in *parser.Source, text, label string) excerpt.Mark {
	t.Helper()
	assert.Equal(t, strings.Count(string(in.Bytes), text), 1, text)
	i := strings.Index(string(in.Bytes), text)
	return excerpt.Mark{In: in, At: parser.Span{Start: i, End: i + len(text)}, Label: label, Primary: label == ""}
}

func drawn(marks []excerpt.Mark, columns int) string {
	all, _ := excerpt.Draw(marks, columns, plain)
	var rows []string
	for _, e := range all {
		rows = append(rows, e.Rows...)
	}
	return "\n" + strings.Join(rows, "\n") + "\n"
}

func TestDraw(t *testing.T) {
	src := parser.NewSource("Dockerfile", []byte("FROM a\n\n"+`CMD ["nginx", "-g daemon off;"]`+"\n\tRUN x \\\n  y \\\n  z\nUSER u\n"))
	cmd := of(t, src, `"-g daemon off;"`, "")
	for _, tc := range []struct {
		name  string
		marks []excerpt.Mark
		want  string
	}{
		{"one", []excerpt.Mark{cmd}, `
  |
3 | CMD ["nginx", "-g daemon off;"]
  |               ^^^^^^^^^^^^^^^^
`},
		{"labels", []excerpt.Mark{cmd, of(t, src, `"nginx"`, "the program"), of(t, src, `"]`, "end")}, `
  |
3 | CMD ["nginx", "-g daemon off;"]
  |      -------  ^^^^^^^^^^^^^^^^
  |      |
  |      the program
  |                              -- end
`},
		{"a line between is shown, two are not", []excerpt.Mark{cmd, of(t, src, "FROM", "base"), of(t, src, "USER", "user")}, `
  |
1 | FROM a
  | ---- base
2 |
3 | CMD ["nginx", "-g daemon off;"]
  |               ^^^^^^^^^^^^^^^^
...
7 | USER u
  | ---- user
`},
		{"several lines", []excerpt.Mark{of(t, src, "RUN x \\\n  y \\\n  z", "")}, `
  |
4 | /     RUN x \
5 | |   y \
6 | |   z
  | |___^
`},
		{"several lines from the middle of one", []excerpt.Mark{of(t, src, "x \\\n  y", ""), of(t, src, "RUN", "verb")}, `
  |
4 |       RUN x \
  |  _________^
  | |     --- verb
5 | |   y \
  | |___^
`},
		{"at most one bar", []excerpt.Mark{of(t, src, "x \\\n  y", ""), of(t, src, "RUN x \\\n  y \\\n", "all")}, `
  |
4 |       RUN x \
  |  _________^
  | |     ------- all
5 | |   y \
  | |___^
`},
	} {
		t.Run(tc.name, func(t *testing.T) { assert.Equal(t, drawn(tc.marks, 80), tc.want) })
	}
}

func TestDrawCutsLongLines(t *testing.T) {
	src := parser.NewSource("Dockerfile", []byte("CMD "+strings.Repeat("日", 400)+"x\u0301y"+strings.Repeat("é", 400)))
	assert.Equal(t, drawn([]excerpt.Mark{of(t, src, "y", ""), of(t, src, "CMD", "far away")}, 40), `
  |
1 | CMD 日日日日日日日日日日日日日日日…
  | --- far away
1 | …日日日日日日日x́yéééééééééééééééééé…
  |                 ^
`)
}

func TestDrawGroupsBySource(t *testing.T) {
	a, b := parser.NewSource("a", []byte("1\n2\n")), parser.NewSource("b", []byte("1"))
	all, gutter := excerpt.Draw([]excerpt.Mark{of(t, a, "2", ""), of(t, b, "1", "b"), of(t, a, "1", "a")}, 80, plain)
	assert.Equal(t, gutter, 1)
	assert.Equal(t, len(all), 2)
	assert.Equal(t, all[0].In, a)
	assert.Equal(t, all[0].At, parser.Span{Start: 2, End: 3})
	assert.DeepEqual(t, all[1].Rows, []string{"  |", "1 | 1", "  | - b"})
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain ~":                          "plain ~",
		"ä 日 😀 e\u0301":                    "ä 日 😀 e\u0301",
		"a\tb":                             "a    b",
		"\x1b[31m\x00\x7f\r\n":             "␛[31m␀␡␍␊",
		"\u0085\u009b":                     "<U+0085><U+009B>",
		"\u202e\u200b\u2028\ufeff":         "<U+202E><U+200B><U+2028><U+FEFF>",
		"\u00a0\u3000":                     "<U+00A0><U+3000>",
		"\xff\xc3(":                        "<FF><C3>(",
		"\u0301x":                          "<U+0301>x",
		"👩\u200d🚀":                         "👩\u200d🚀",
		"x" + strings.Repeat("\u0301", 33): "x" + strings.Repeat("\u0301", 32) + "<U+0301>",
		"👩\u200d\x1b":                      "👩\u200d␛",
		"\ue0b0 \U0001F3F4\U000E0067":      "\ue0b0 \U0001F3F4<U+E0067>",
	} {
		assert.Equal(t, excerpt.Visible(in), want)
	}
}

func TestFold(t *testing.T) {
	assert.DeepEqual(t, excerpt.Fold("", 10, "  "), []string{""})
	assert.DeepEqual(t, excerpt.Fold("one two three", 9, "  "), []string{"one two", "  three"})
	assert.DeepEqual(t, excerpt.Fold("unbreakable", 6, "  "), []string{"unbrea", "  kabl", "  e"})
	assert.Equal(t, len(excerpt.Fold(strings.Repeat("word ", 100), 9, "")), 50)
	assert.DeepEqual(t, excerpt.Fold("x y", 1, "    "), []string{"x", "    y"})
}

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		text    string
		columns int
		want    []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two three", 6, []string{"one", "two", "three"}},
		{"a  b   c", 4, []string{"a  b", "  c"}},
		{"unbreakable", 4, []string{"unbr", "eaka", "ble"}},
		{"日本語", 5, []string{"日本", "語"}},
		{"one\ntwo three", 80, []string{"one", "two three"}},
		{"\x1b[1m x", 4, []string{"␛[1m", "x"}},
		{"x", 0, []string{"x"}},
		{strings.Repeat("word ", 100), 9, append(slices.Repeat([]string{"word word"}, 7), "word wor…")},
	} {
		assert.DeepEqual(t, excerpt.Wrap(tc.text, tc.columns), tc.want)
	}
}
