package cli

import (
	"testing"

	"gotest.tools/v3/assert"
)

func TestStyled(t *testing.T) {
	got := styled("# EP1 a\n\nUse **no** `sh` #here.\n\n```dockerfile bad\n# `**c**`\n\nx\n```\n\n```text\n#hash\n```\n", 0)
	assert.Equal(t, got, "\x1b[1mEP1 a\x1b[0m\n\nUse \x1b[1mno\x1b[0m \x1b[36msh\x1b[0m #here.\n\n"+
		"\x1b[2m    bad\x1b[0m\n    \x1b[36m# `**c**`\x1b[0m\n\n    \x1b[36mx\x1b[0m\n\n    \x1b[36m#hash\x1b[0m\n")
}

// Paragraphs and items are broken anew for the terminal; code is not.
func TestStyledFits(t *testing.T) {
	got := styled("one two three four\nfive six\n- seven eight nine ten\n  eleven\n- twelve\n\n```\na line of code that is long\n```\n", 20)
	assert.Equal(t, escape.ReplaceAllString(got, ""), `one two three four
five six
- seven eight nine
  ten eleven
- twelve

    a line of code that is long
`)
}

// Columns are as wide as what is shown, without the marks.
func TestStyledTable(t *testing.T) {
	got := styled("| `a \\| b` | c |\n|---|---|\n| d | `e` |\n\nf\n", 80)
	assert.Equal(t, escape.ReplaceAllString(got, ""), `a | b  c
-----  -
d      e

f
`)
}
