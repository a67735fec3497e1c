package rules

import (
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
)

// Suppression is a comment that holds findings back: one of our own, such as
//
//	# entrylint ignore=EP101,shell-form-cmd -- the reason
//
// or one made for another tool that means the same.
type Suppression struct {
	In        *parser.Source // the Dockerfile, or a script
	At        parser.Span    // the comment without its '#'
	Words     []Word
	Reason    string // what stands behind "--", or the other tool's comment
	WholeFile bool
	Foreign   bool   // made for another tool
	Problem   string // why it holds nothing back, in plain words; "" for nothing

	lines  [2]int // the lines of In, from 1, it covers; {0, 0} for the whole file
	inline bool   // it stands in a script that is a here-document of the Dockerfile
}

// Word is one word of a suppression: a code, name or module, or another tool's
// name of a check.
type Word struct {
	parser.Word
	Held int // findings it has held back

	meant []equivalent // of another tool's word
}

var (
	ownComment = lazyregexp.New(`^entrylint\s+(ignore|ignore-file)\s*=([^=]*?)(?:--(.*))?$`)
	// almostOwn tells a comment that was to be one from prose about entrylint.
	almostOwn = lazyregexp.New(`^(?i:entrylint)[\s:=]*(?:(?i:ignore|disable|skip|suppress|off|noqa|nolint|allow)\b.*|.*\bEP[0-9]{3}\b.*)$`)
)

const howToIgnore = "write `# entrylint ignore=CODE -- reason`"

// readSuppression reads a comment; ok is false for any other comment.
func readSuppression(in *parser.Source, c parser.Comment) (s *Suppression, ok bool) {
	if !speaksTo("entrylint", c) {
		return nil, false
	}
	start := c.Span.Start + strings.Index(in.Text(c.Span), c.Text)
	s = &Suppression{In: in, At: parser.Span{Start: start, End: start + len(c.Text)}}
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

// speaksTo reports whether a comment begins with the name of a tool, which few
// do: the others need no look at the rest.
func speaksTo(tool string, c parser.Comment) bool {
	return len(c.Text) >= len(tool) && strings.EqualFold(c.Text[:len(tool)], tool)
}

// splitWords takes a list apart at its commas; at is where it begins.
func splitWords(list string, at int) []Word {
	var words []Word
	for part := range strings.SplitAfterSeq(list, ",") {
		word := strings.TrimSpace(strings.TrimSuffix(part, ","))
		if word != "" {
			start := at + strings.Index(part, word)
			words = append(words, Word{Word: parser.Word{Value: word, Span: parser.Span{Start: start, End: start + len(word)}}})
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
		var below *parser.Instruction
		if next < len(f.Instructions) {
			below = f.Instructions[next]
		}
		s, ok := readSuppression(f.Source, c)
		if ok {
			s.place(f, c, next, below)
		} else if s, ok = readForeign(f, c, below); !ok {
			continue
		}
		all = append(all, s)
	}
	return all
}

// place finds the lines that one of our comments speaks for.
func (s *Suppression) place(f *parser.File, c parser.Comment, next int, below *parser.Instruction) {
	switch {
	case s.Problem != "":
	case s.WholeFile && next > 0:
		s.Problem = "`ignore-file` has to stand above the first instruction"
	case s.WholeFile:
	case below == nil:
		s.Problem = "no instruction follows it"
	default:
		s.lines = linesOf(f, below)
		s.lines[0] = min(f.LineAt(c.Span.Start), s.lines[0])
	}
}

// linesOf are the first and the last line of an instruction.
func linesOf(f *parser.File, inst *parser.Instruction) [2]int {
	return [2]int{f.LineAt(inst.Span.Start), f.LineAt(max(inst.Span.End-1, inst.Span.Start))}
}
