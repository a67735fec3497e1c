package excerpt

import (
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
)

// view is the part of a line that is shown.
type view struct {
	cells []cell
	at    parser.Span // the bytes that are shown
}

const (
	ellipsis = "…"
	lead     = 16 // columns shown in front of a range that fills the rest
)

// viewOf fits a line into so many columns. A line that is too long is cut
// around the focus, with an ellipsis at every cut.
func viewOf(src *parser.Source, line, focus parser.Span, columns int) view {
	near := around(src.Bytes, line, focus.Start, 4*columns)
	row := cells(src.Bytes, near)
	if near == line && total(row) < columns { // there is room for a mark behind it
		return view{row, line}
	}
	from, to := window(row, focus, columns-2)
	v := view{at: parser.Span{Start: row[from].at.Start, End: row[to-1].at.End}}
	if v.at.Start > line.Start {
		v.cells = append(v.cells, cut(v.at.Start))
	}
	v.cells = append(v.cells, row[from:to]...)
	if v.at.End < line.End {
		v.cells = append(v.cells, cut(v.at.End))
	}
	return v
}

func cut(off int) cell {
	return cell{at: parser.Span{Start: off, End: off}, text: ellipsis, columns: 1, strange: true}
}

// around narrows a line to what stands at most about reach bytes from off, so
// that a line of any length costs the same.
func around(src []byte, line parser.Span, off, reach int) parser.Span {
	near := parser.Span{Start: max(line.Start, off-reach), End: min(line.End, off+reach)}
	for i := 0; i < utf8.UTFMax && near.Start > line.Start && !utf8.RuneStart(src[near.Start]); i++ {
		near.Start--
	}
	for i := 0; i < utf8.UTFMax && near.End < line.End && !utf8.RuneStart(src[near.End]); i++ {
		near.End++
	}
	return near
}

// window chooses the cells to be shown: from the first one on if that reaches
// the end of the focus, else with the focus in the middle.
func window(row []cell, focus parser.Span, columns int) (from, to int) {
	first, end := overlap(row, focus)
	if total(row[:end]) > columns {
		left := max(lead, (columns-total(row[first:end]))/2)
		from = first - fitBack(row[:first], left)
	}
	to = from + fit(row[from:], columns)
	return to - fitBack(row[:to], columns), to
}

// overlap returns which cells a range touches, [first, end): none where it
// stands behind the last one.
func overlap(row []cell, at parser.Span) (first, end int) {
	for first < len(row) && row[first].at.End <= at.Start {
		first++
	}
	for end = first; end < len(row) && row[end].at.Start < at.End; {
		end++
	}
	return first, end
}

// columns returns where the view shows a range, [lo, hi). An empty range, or
// one behind the last character, is one column wide.
func (v view) columns(at parser.Span) (lo, hi int) {
	first, end := overlap(v.cells, at)
	lo = total(v.cells[:first])
	return lo, max(lo+total(v.cells[first:end]), lo+1)
}

// shows reports whether all of a range is in the view.
func (v view) shows(at parser.Span) bool { return v.at.Start <= at.Start && at.End <= v.at.End }
