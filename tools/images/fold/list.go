package fold

import "slices"

// list is a list of rows that grows.
type list struct {
	tags     []Tag
	patterns *patterns
	rows     []row // the last one first
	owner    []int // of each tag, the row that answers for it

	candidates []candidate
	index      map[[2]int]int // of candidates, by pattern and class
}

// row is a row under construction.
type row struct {
	class    int
	patterns []int // none in the last row
}

func newList(tags []Tag, p *patterns, class int) *list {
	l := &list{tags: tags, patterns: p, rows: []row{{class: class}}, owner: make([]int, len(tags)), index: map[[2]int]int{}}
	for i := range tags {
		l.hope(i, 1)
	}
	return l
}

func (l *list) answer(tag int) int { return l.rows[l.owner[tag]].class }

// price is what a tag costs if it gets a class.
func price(t Tag, class int) int {
	switch class {
	case t.Class:
		return 0
	case Unknown:
		return silent * weight(t)
	}
	return wrong * weight(t)
}

func rowPrice(class int) int {
	if class == Unknown {
		return unknownRowCost
	}
	return rowCost
}

func (l *list) add(c candidate, at place) {
	matches := l.patterns.matches(c.pattern)
	for _, i := range matches {
		l.hope(i, -1)
	}
	if at.open {
		l.rows = slices.Insert(l.rows, at.row, row{class: c.class})
		for i, owner := range l.owner {
			if owner >= at.row {
				l.owner[i]++
			}
		}
	}
	l.rows[at.row].patterns = append(l.rows[at.row].patterns, c.pattern)
	for _, i := range matches {
		l.owner[i] = max(l.owner[i], at.row)
		l.hope(i, 1)
	}
}

// list returns the rows in order, without patterns that are of no use.
func (l *list) list() []row {
	for i := range l.rows {
		for n := len(l.rows[i].patterns) - 1; n >= 0; n-- {
			if shorter := without(l.rows, i, n); l.same(shorter) {
				l.rows = shorter
			}
		}
	}
	rows := slices.DeleteFunc(l.rows[1:], func(r row) bool { return len(r.patterns) == 0 })
	slices.Reverse(rows)
	return append(rows, l.rows[0])
}

func without(rows []row, row, pattern int) []row {
	rows = slices.Clone(rows)
	rows[row].patterns = slices.Delete(slices.Clone(rows[row].patterns), pattern, pattern+1)
	return rows
}

// same reports whether rows give every tag the answer it has.
func (l *list) same(rows []row) bool {
	seen := make([]bool, len(l.tags))
	for _, r := range slices.Backward(rows[1:]) {
		for _, p := range r.patterns {
			for _, i := range l.patterns.matches(p) {
				if !seen[i] && l.answer(i) != r.class {
					return false
				}
				seen[i] = true
			}
		}
	}
	for i, done := range seen {
		if !done && l.answer(i) != rows[0].class {
			return false
		}
	}
	return true
}
