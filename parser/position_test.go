package parser_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
)

func TestPositionOfTheEnd(t *testing.T) {
	for text, want := range map[string]parser.Position{
		"":          {Line: 1, Column: 1},
		"a":         {Line: 1, Column: 2},
		"a\n":       {Line: 2, Column: 1},
		"a\r\n\r\n": {Line: 3, Column: 1},
	} {
		assert.Equal(t, parser.NewSource("x", []byte(text)).Position(len(text)), want, "%q", text)
	}
}
