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

// A table that is too wide has its cells broken, each line in its own style; one
// with words that are too long becomes a list.
func TestStyledTableFits(t *testing.T) {
	table := "| code | what it means |\n|---|---|\n| `EP1` | one two `three four five` six seven |\n| `EP2` | eight |\n"
	assert.Equal(t, styled(table, 24), `code  what it means
----  ------------------
`+"\x1b[36mEP1\x1b[0m   one two \x1b[36mthree four\x1b[0m\n      \x1b[36mfive\x1b[0m six seven\n\n\x1b[36mEP2\x1b[0m   eight\n")
	assert.Equal(t, escape.ReplaceAllString(styled(table, 20), ""), `- code: EP1
  what it means: one
    two three four
    five six seven
- code: EP2
  what it means:
    eight
`)
	assert.Equal(t, styled("| | b |\n|---|---|\n| aaaaaaaaaaaaaaaaaa | ccccccccccccccc |\n", 20), "- aaaaaaaaaaaaaaaaaa\n  b: ccccccccccccccc\n")
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
