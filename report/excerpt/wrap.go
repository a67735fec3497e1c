package excerpt

import (
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// maxLines is how many lines Wrap returns: a message that quotes a whole file
// must not bury the others.
const maxLines = 8

// Wrap breaks a text into lines of at most so many columns, at its own line
// breaks and at blanks, and makes it [Visible]. Other blanks stay as they are:
// they may be part of a value. What is too long ends in "…".
func Wrap(text string, columns int) []string {
	var lines []string
	row := cells([]byte(text), parser.Span{End: len(text)})
	for {
		end, next := lineBreak(row, columns)
		if len(lines) == maxLines-1 && next < len(row) {
			end = min(end, fit(row, columns-1))
			return append(lines, render(row[:end], same)+"…")
		}
		lines = append(lines, strings.TrimRight(render(row[:end], same), " "))
		if next == len(row) {
			return lines
		}
		row = row[next:]
	}
}

// Fold breaks a line as Wrap does, into as many lines as it takes; those behind the
// first begin with an indent.
func Fold(line string, columns int, indent string) []string {
	row := cells([]byte(line), parser.Span{End: len(line)})
	var lines []string
	for before := ""; len(lines) == 0 || len(row) > 0; before = indent {
		end, next := lineBreak(row, max(columns-len(before), 1))
		lines = append(lines, before+strings.TrimRight(render(row[:end], same), " "))
		row = row[next:]
	}
	return lines
}

// lineBreak returns how many cells the first line has, and where the next one
// begins.
func lineBreak(row []cell, columns int) (end, next int) {
	room := fit(row, columns)
	blank := -1
	for i, c := range row {
		if i > room {
			break
		}
		switch {
		case c.text == "␊" && c.strange:
			return i, i + 1
		case c.text == " ":
			blank = i
		}
	}
	switch {
	case room == len(row):
		return room, room
	case blank > 0:
		return blank, blank + 1
	}
	return max(room, 1), max(room, 1)
}

// fit returns how many cells from the front fit into so many columns.
func fit(row []cell, columns int) int {
	for i, c := range row {
		if columns -= c.columns; columns < 0 {
			return i
		}
	}
	return len(row)
}

// fitBack returns how many cells from the back fit into so many columns.
func fitBack(row []cell, columns int) int {
	for i := range row {
		if columns -= row[len(row)-1-i].columns; columns < 0 {
			return i
		}
	}
	return len(row)
}

func same(s string) string { return s }
