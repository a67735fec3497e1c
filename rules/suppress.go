package rules

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// suppression is one "# entrylint ignore=…" or "# entrylint ignore-file=…".
type suppression struct {
	words  []string // codes, names or modules; none means every rule
	reason string
	lines  [2]int // the lines, from 1, it covers; {0, 0} for the whole file
}

// suppressions reads the comments of a Dockerfile. A comment speaks for the
// instruction below it, also across further comments, and inside a continued
// instruction for that whole instruction.
func suppressions(f *parser.File) []suppression {
	var all []suppression
	next := 0 // the first instruction that does not end before the comment
	for _, c := range f.Comments {
		for next < len(f.Instructions) && f.Instructions[next].Span.End <= c.Span.Start {
			next++
		}
		s, whole, ok := readSuppression(c.Text)
		switch {
		case !ok:
		case whole:
			if next == 0 {
				all = append(all, s)
			}
		case next < len(f.Instructions):
			at := f.Instructions[next].Span
			s.lines = [2]int{min(f.LineAt(c.Span.Start), f.LineAt(at.Start)), f.LineAt(max(at.End-1, at.Start))}
			all = append(all, s)
		}
	}
	return all
}

// readSuppression reads the text of one comment.
func readSuppression(text string) (s suppression, wholeFile, ok bool) {
	text, ok = strings.CutPrefix(text, "entrylint ")
	if !ok {
		return s, false, false
	}
	text, s.reason, _ = strings.Cut(text, "--")
	s.reason = strings.TrimSpace(s.reason)
	key, list, _ := strings.Cut(strings.TrimSpace(text), "=")
	for word := range strings.SplitSeq(list, ",") {
		if word = strings.TrimSpace(word); word != "" {
			s.words = append(s.words, word)
		}
	}
	key = strings.TrimSpace(key)
	return s, key == "ignore-file", (key == "ignore" || key == "ignore-file") && len(s.words) > 0
}

// covers reports whether the comment names the finding's rule.
func (s suppression) covers(f Finding) bool {
	return slices.ContainsFunc(s.words, func(w string) bool { return f.Module.matches(f.Rule, w) })
}

// suppress splits off the findings that a comment holds back.
func suppress(f *parser.File, all []Finding) (kept, held []Finding) {
	comments := map[int][]suppression{} // by line, 0 for the whole file
	for _, s := range suppressions(f) {
		for n := s.lines[0]; n <= s.lines[1]; n++ {
			comments[n] = append(comments[n], s)
		}
	}
	for _, finding := range all {
		if s, ok := heldBy(comments, f, finding); ok {
			finding.Reason = s.reason
			held = append(held, finding)
			continue
		}
		kept = append(kept, finding)
	}
	return kept, held
}

func heldBy(comments map[int][]suppression, f *parser.File, finding Finding) (suppression, bool) {
	if len(comments) == 0 || finding.In != f.Source {
		return suppression{}, false
	}
	for _, n := range []int{0, f.LineAt(finding.At.Start)} {
		for _, s := range comments[n] {
			if s.covers(finding) {
				return s, true
			}
		}
	}
	return suppression{}, false
}
