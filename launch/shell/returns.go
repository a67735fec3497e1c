package shell

import (
	"cmp"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// FirstReturn finds the first carriage return at the end of a line that a shell
// takes for a part of a command: none in comments, in quotes and in
// here-documents.
func (t *Text) FirstReturn() (offset int, found bool) {
	if t.Err != nil || !strings.Contains(t.Src, "\r\n") {
		return 0, false
	}
	quiet := t.quiet()
	end := 0 // of those that begin at or before the place
	for at := range len(t.Src) - 1 {
		for len(quiet) > 0 && quiet[0].start <= at {
			end = max(end, quiet[0].end)
			quiet = quiet[1:]
		}
		if at >= end && t.Src[at:at+2] == "\r\n" {
			return at, true
		}
	}
	return 0, false
}

type stretch struct{ start, end int }

// quiet lists the comments, quotes and here-documents in order.
func (t *Text) quiet() []stretch {
	var all []stretch
	add := func(n syntax.Node, more int) {
		all = append(all, stretch{offset(n.Pos()), offset(n.End()) + more})
	}
	syntax.Walk(t.file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Comment:
			add(n, 1) // the return ends it
		case *syntax.SglQuoted, *syntax.DblQuoted:
			add(n, 0)
		case *syntax.Redirect:
			if n.Hdoc != nil {
				add(n.Hdoc, 0)
			}
		}
		return true
	})
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.start, b.start) })
	return all
}
