package excerpt

import (
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// canvas is a row being written from left to right.
type canvas struct {
	strings.Builder
	column int
}

func (c *canvas) at(column int, text string, paint func(string) string) {
	c.WriteString(strings.Repeat(" ", max(0, column-c.column)))
	c.WriteString(paint(text))
	c.column = max(c.column, column) + breadthOf(text)
}

func fits(label string, columns int) bool {
	return !strings.Contains(label, "\n") && breadthOf(label) <= columns
}

func breadthOf(text string) int {
	return total(cells([]byte(text), parser.Span{End: len(text)}))
}
