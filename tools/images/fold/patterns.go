package fold

import (
	"cmp"
	"path"
	"strings"
)

// patterns are all patterns that could describe some of the tags.
type patterns struct {
	tags    []Tag
	names   []string
	of      [][]int // the patterns made from each tag
	matched map[int][]int
}

// newPatterns makes patterns of tags; those behind the published ones do not
// exist yet, and no pattern is to name them.
func newPatterns(tags []Tag, published int) *patterns {
	p := &patterns{tags: tags, of: make([][]int, len(tags)), matched: map[int][]int{}}
	known := map[string]int{}
	for i, t := range tags {
		for _, name := range describe(t.Name) {
			if i >= published && strings.Contains(name, nextNumber) {
				continue
			}
			n, ok := known[name]
			if !ok {
				n = len(p.names)
				known[name] = n
				p.names = append(p.names, name)
			}
			p.of[i] = append(p.of[i], n)
		}
	}
	return p
}

// matches lists the tags that a pattern matches.
func (p *patterns) matches(pattern int) []int {
	all, ok := p.matched[pattern]
	if !ok {
		for i, t := range p.tags {
			if ok, _ := path.Match(p.names[pattern], t.Name); ok {
				all = append(all, i)
			}
		}
		p.matched[pattern] = all
	}
	return all
}

// shorter reports whether a pattern is shorter than another one, or comes
// first in the alphabet.
func (p *patterns) shorter(a, b int) bool {
	x, y := p.names[a], p.names[b]
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)) < 0
}
