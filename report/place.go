package report

import (
	"fmt"
	"path"
	"path/filepath"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report/excerpt"
)

// area is a range as the formats count it: lines and columns from 1, columns
// in code points, the end behind the last character.
type area struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

func areaOf(in *parser.Source, at parser.Span) area {
	start, end := in.Position(at.Start), in.Position(max(at.Start, at.End))
	return area{in.Name, start.Line, start.Column, end.Line, end.Column}
}

// place writes file:line:column, for people.
func place(in *parser.Source, at parser.Span) string {
	p := in.Position(at.Start)
	return fmt.Sprintf("%s:%d:%d", excerpt.Visible(in.Name), p.Line, p.Column)
}

// portablePath writes a path as it is known in a repository: with slashes, and
// without "./".
func portablePath(in *parser.Source) string { return path.Clean(filepath.ToSlash(in.Name)) }
