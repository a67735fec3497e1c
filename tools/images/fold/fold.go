// Package fold writes a list of tags that each belong to a class as a short
// list of rows of patterns, of which the first that matches counts.
package fold

import (
	"slices"
	"strings"
)

// Unknown is the class of tags whose facts could not be read.
const Unknown = -1

// Tag is a tag and its class, which is Unknown or at least 0.
type Tag struct {
	Name    string
	Class   int
	Current bool // published today
}

// Row gives a class to the tags that match one of its patterns. A row without
// patterns matches every tag.
type Row struct {
	Class    int
	Patterns []string
}

// The price of a wrong answer, of no answer, of a pattern and of a row with
// facts. The list with the lowest price is wanted: it is short, so it says what
// tags have in common. A wrong answer costs more than a pattern and a missing
// answer together, so none is left in the end.
const (
	wrong          = 12
	silent         = 6
	patternCost    = 3
	rowCost        = 60
	unknownRowCost = 1
)

// weight is how often a tag is worth one: more if it is published today, and
// more if it names no patch release, as 5-fpm, for such tags are used longest.
func weight(t Tag) int {
	version, _, _ := strings.Cut(t.Name, "-")
	switch {
	case t.Current:
		return 10
	case strings.Count(version, ".") < 2:
		return 3
	}
	return 1
}

// Rows folds tags. The last row has no patterns: it has the class of the first
// tag, such as latest.
//
// The list grows from its end: again and again, the pattern is added that saves
// most. So a family such as *alpine* is found first, even if some of its old
// tags differ; they get patterns of their own, further up.
func Rows(tags []Tag) []Row {
	published := len(tags)
	tags = append(slices.Clip(tags), tomorrow(tags)...)
	p := newPatterns(tags, published)
	l := grown(tags, p, tags[0].Class)
	var rows []Row
	for _, r := range l.list() {
		next := Row{Class: r.class}
		for _, p := range r.patterns {
			next.Patterns = append(next.Patterns, l.patterns.names[p])
		}
		next.Patterns = mergeDigits(next.Patterns)
		rows = append(rows, next)
	}
	return rows
}

// grown returns a list that ends in a class.
func grown(tags []Tag, p *patterns, class int) *list {
	l := newList(tags, p, class)
	for {
		c, at, gain := l.best()
		if gain <= 0 {
			return l
		}
		l.add(c, at)
	}
}
