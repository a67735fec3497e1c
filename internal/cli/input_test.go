package cli

import (
	"io"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
)

type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

// Of standard input, too, no more is read than a Dockerfile may have.
func TestReadTextStops(t *testing.T) {
	text, err := readText(endless{}, 0)
	assert.NilError(t, err)
	assert.Equal(t, len(text), parser.MaxSize+1)

	text, err = readText(io.LimitReader(endless{}, 7), 100<<20)
	assert.NilError(t, err)
	assert.Equal(t, len(text), 7)
}
