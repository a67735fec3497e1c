package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// covered are the comments that speak up to the same line: those of one
// instruction or, at line 0, of the file. Comments are found by what they name,
// so that many of them do not make a file slow to judge.
type covered struct {
	last   int // line
	byName map[string][]naming
}

// naming is a word of a comment.
type naming struct {
	*Suppression
	word *Word
	verb string // of the instructions it is about, "" for all
}

// coverage arranges comments by the last line they speak for.
func coverage(all []*Suppression) []covered {
	var groups []covered
	for _, s := range all {
		if s.Problem != "" {
			continue
		}
		i, found := slices.BinarySearchFunc(groups, s.lines[1], func(g covered, line int) int { return cmp.Compare(g.last, line) })
		if !found {
			groups = slices.Insert(groups, i, covered{s.lines[1], map[string][]naming{}})
		}
		for w := range s.Words {
			s.Words[w].addTo(groups[i].byName, s)
		}
	}
	return groups
}

func (w *Word) addTo(byName map[string][]naming, s *Suppression) {
	for _, e := range w.meant {
		byName[e.code] = append(byName[e.code], naming{s, w, e.verb})
	}
	if w.meant == nil {
		name := w.Value
		if code := strings.ToUpper(name); strings.HasPrefix(code, "EP") {
			name = code
		}
		byName[name] = append(byName[name], naming{s, w, ""})
	}
}

// holders returns the words of comments that hold a finding at a line back.
func (g covered) holders(f Finding, line int) []naming {
	var all []naming
	for _, name := range []string{f.Rule.Code, f.Rule.Name, f.Module.Name} {
		for _, n := range g.byName[name] {
			if n.lines[0] <= line && (n.verb == "" || strings.EqualFold(verbAt(f), n.verb)) {
				all = append(all, n)
			}
		}
	}
	return all
}

// text is a source; of the Dockerfile what its instructions say, or the scripts
// in its here-documents: an instruction and a line of its script overlap.
type text struct {
	in     *parser.Source
	inline bool
}

// suppress splits off the findings that a comment holds back, and counts them.
func (p *Pass) suppress(all []Finding) (kept, held []Finding) {
	if len(p.Suppressions) == 0 {
		return all, nil
	}
	comments := map[text][]*Suppression{}
	for _, s := range p.Suppressions {
		comments[text{s.In, s.inline}] = append(comments[text{s.In, s.inline}], s)
	}
	groups := map[text][]covered{}
	for in, of := range comments {
		groups[in] = coverage(of)
	}
	for _, f := range all {
		by := heldBy(groups, p.File, f)
		if len(by) == 0 {
			kept = append(kept, f)
			continue
		}
		for _, n := range by {
			n.word.Held++
		}
		f.Reason = by[0].Reason
		held = append(held, f)
	}
	return kept, held
}

// heldBy returns what holds a finding back: the comments of its own source and,
// for a script, those that speak for the Dockerfile as a whole.
func heldBy(all map[text][]covered, file *parser.File, f Finding) []naming {
	line := f.In.LineAt(f.At.Start)
	own, dockerfile := all[text{in: f.In}], all[text{in: file.Source}]
	by := append(at(own, line).holders(f, line), wholeFile(own).holders(f, line)...)
	if f.In != file.Source {
		return append(by, wholeFile(dockerfile).holders(f, line)...)
	}
	by = append(by, at(all[text{f.In, true}], line).holders(f, line)...)
	for _, note := range f.Notes { // of several CMD, hadolint speaks about the later ones
		if note.In == file.Source {
			later := file.LineAt(note.At.Start)
			other := at(own, later).holders(f, later)
			by = append(by, slices.DeleteFunc(other, func(n naming) bool { return n.verb == "" })...)
		}
	}
	return by
}

// wholeFile returns the comments that speak for all lines.
func wholeFile(groups []covered) covered {
	if len(groups) > 0 && groups[0].last == 0 {
		return groups[0]
	}
	return covered{}
}

// at returns the comments that may speak for a line: instructions do not
// overlap, so these are those of one.
func at(groups []covered, line int) covered {
	i, _ := slices.BinarySearchFunc(groups, line, func(g covered, line int) int { return cmp.Compare(g.last, line) })
	if i == len(groups) {
		return covered{}
	}
	return groups[i]
}
