package rules

import (
	"regexp"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// Suppression is a comment that holds findings back: one of our own, such as
//
//	# entrylint ignore=EP101,shell-form-cmd -- the reason
//
// or one made for another tool that means the same.
type Suppression struct {
	At        parser.Span // the comment without its '#'
	Words     []Word
	Reason    string // what stands behind "--", or the other tool's comment
	WholeFile bool
	Foreign   bool   // made for another tool
	Problem   string // why it holds nothing back, in plain words; "" for nothing

	lines [2]int // the lines, from 1, it covers; {0, 0} for the whole file
}

// Word is one word of a suppression: a code, name or module, or another tool's
// name of a check.
type Word struct {
	parser.Word
	Held  int // findings it has held back
	means func(Finding) bool
}

var (
	ownComment = regexp.MustCompile(`^entrylint\s+(ignore|ignore-file)\s*=([^=]*?)(?:--(.*))?$`)
	// almostOwn tells a comment that was to be one from prose about entrylint.
	almostOwn = regexp.MustCompile(`^(?i:entrylint)[\s:=]*(?:(?i:ignore|disable|skip|suppress|off|noqa|nolint|allow)\b.*|.*\bEP[0-9]{3}\b.*)$`)
)

const howToIgnore = "write `# entrylint ignore=CODE -- reason`"

// readSuppression reads a comment; ok is false for any other comment.
func readSuppression(f *parser.File, c parser.Comment) (s *Suppression, ok bool) {
	start := c.Span.Start + strings.Index(f.Text(c.Span), c.Text)
	s = &Suppression{At: parser.Span{Start: start, End: start + len(c.Text)}}
	m := ownComment.FindStringSubmatchIndex(c.Text)
	if m == nil {
		s.Problem = "it is not written as one: " + howToIgnore
		return s, almostOwn.MatchString(c.Text)
	}
	s.WholeFile = c.Text[m[2]:m[3]] == "ignore-file"
	if m[6] >= 0 {
		s.Reason = strings.TrimSpace(c.Text[m[6]:m[7]])
	}
	s.Words = splitWords(c.Text[m[4]:m[5]], start+m[4])
	if len(s.Words) == 0 {
		s.Problem = "it names no rule: " + howToIgnore
	}
	return s, true
}

// splitWords takes a list apart at its commas; at is where it begins.
func splitWords(list string, at int) []Word {
	var words []Word
	for part := range strings.SplitAfterSeq(list, ",") {
		word := strings.TrimSpace(strings.TrimSuffix(part, ","))
		if word != "" {
			start := at + strings.Index(part, word)
			w := Word{Word: parser.Word{Value: word, Span: parser.Span{Start: start, End: start + len(word)}}}
			w.means = func(f Finding) bool { return f.Module.matches(f.Rule, word) }
			words = append(words, w)
		}
		at += len(part)
	}
	return words
}

// suppressions reads the comments of a Dockerfile. A comment speaks for the
// instruction below it, also across further comments, and inside a continued
// instruction for that whole instruction.
func suppressions(f *parser.File) []*Suppression {
	all := checkDirectives(f)
	next := 0 // the first instruction that does not end before the comment
	for _, c := range f.Comments {
		for next < len(f.Instructions) && f.Instructions[next].Span.End <= c.Span.Start {
			next++
		}
		s, ok := readSuppression(f, c)
		if !ok {
			s, ok = readForeign(c)
		}
		switch {
		case !ok:
			continue
		case s.Problem != "":
		case s.WholeFile && next > 0 && !s.Foreign:
			s.Problem = "`ignore-file` has to stand above the first instruction"
		case !s.WholeFile && next < len(f.Instructions):
			at := f.Instructions[next].Span
			s.lines = [2]int{min(f.LineAt(c.Span.Start), f.LineAt(at.Start)), f.LineAt(max(at.End-1, at.Start))}
		case !s.WholeFile:
			s.Problem = "no instruction follows it"
		}
		all = append(all, s)
	}
	return all
}

// holds reports whether the comment holds a finding back, and counts it.
func (s *Suppression) holds(f Finding) bool {
	held := false
	for i := range s.Words {
		if s.Words[i].means(f) {
			s.Words[i].Held++
			held = true
		}
	}
	return held
}

// suppress splits off the findings that a comment holds back.
func (p *Pass) suppress(all []Finding) (kept, held []Finding) {
	comments := map[int][]*Suppression{} // by line, 0 for the whole file
	for _, s := range p.Suppressions {
		if s.Problem != "" {
			continue
		}
		for n := s.lines[0]; n <= s.lines[1]; n++ {
			comments[n] = append(comments[n], s)
		}
	}
	for _, f := range all {
		if f.In != p.File.Source {
			kept = append(kept, f)
			continue
		}
		of := slices.Concat(comments[0], comments[p.File.LineAt(f.At.Start)])
		by := slices.DeleteFunc(of, func(s *Suppression) bool { return !s.holds(f) })
		if len(by) == 0 {
			kept = append(kept, f)
			continue
		}
		f.Reason = by[0].Reason
		held = append(held, f)
	}
	return kept, held
}
