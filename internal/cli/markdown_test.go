package cli

import (
	"testing"

	"gotest.tools/v3/assert"
)

func TestStyled(t *testing.T) {
	got := styled("# EP1 a\n\nUse **no** `sh` #here.\n\n```dockerfile bad\n# `**c**`\n\n```\n#hash\n")
	assert.Equal(t, got, "\x1b[1mEP1 a\x1b[0m\n\nUse \x1b[1mno\x1b[0m \x1b[36msh\x1b[0m #here.\n\n"+
		"\x1b[2m    dockerfile bad\x1b[0m\n    \x1b[36m# `**c**`\x1b[0m\n\n\n#hash\n")
}
