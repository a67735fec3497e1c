package wordset_test

import (
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/wordset"
)

const set wordset.Set = `apt apt-get [ [[
	npm x`

func TestHas(t *testing.T) {
	for _, word := range slices.Collect(set.All()) {
		assert.Check(t, set.Has(word), word)
	}
	for _, word := range []string{"", " ", "ap", "pt", "get", "apt-", "-get", "[[[", "np", "pm", "apt apt-get", "xx"} {
		assert.Check(t, !set.Has(word), word)
	}
}

// A word of which only the second occurrence is one by itself.
func TestHasLooksBehindAPart(t *testing.T) {
	assert.Check(t, wordset.Set("aaa aa").Has("aa"))
	assert.Check(t, !wordset.Set("aaa").Has("aa"))
	assert.Check(t, !wordset.Set("").Has("a"))
}

func TestAll(t *testing.T) {
	assert.Equal(t, strings.Join(slices.Collect(set.All()), ","), "apt,apt-get,[,[[,npm,x")
}
