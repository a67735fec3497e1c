package engine

import (
	"testing"

	"gotest.tools/v3/assert"
)

func TestQuotes(t *testing.T) {
	page := "# EP000 x\n\nSays `/bin/sh: 1: x: not found` to `CMD x`.\n\n" +
		"```console\n$ docker run IMAGE\nHello\n```\n\n```dockerfile bad\nFROM a\n```\n\n```text\nexec: \"x\"\n```\n"
	assert.DeepEqual(t, Quotes(page), []string{"/bin/sh: 1: x: not found", "Hello", `exec: "x"`})
}
