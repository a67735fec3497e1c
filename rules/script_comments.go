package rules

import (
	"bytes"
	"strings"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// NoteScript notes that a rule judges a script, so that the comments in it count,
// those too that turn out to suppress nothing. [Pass.Report] notes the source of
// a finding by itself.
func (p *Pass) NoteScript(in *parser.Source) {
	if in != p.File.Source {
		p.Suppressions = append(p.Suppressions, p.newSuppressions(in)...)
	}
}

// newSuppressions reads the comments of a script; none the second time.
func (p *Pass) newSuppressions(in *parser.Source) []*Suppression {
	if p.noted[in] {
		return nil
	}
	if p.noted == nil {
		p.noted = map[*parser.Source]bool{}
	}
	p.noted[in] = true
	return scriptSuppressions(in)
}

// noteHereDocument does so for a script that stands in the Dockerfile.
func (p *Pass) noteHereDocument(f rootfs.File) {
	if f.State != rootfs.Inline {
		return
	}
	for _, s := range p.newSuppressions(f.Text) {
		s.moveTo(f)
		p.Suppressions = append(p.Suppressions, s)
	}
}

// moveTo makes the places of a comment in a here-document those in the Dockerfile.
// One for the whole script speaks for all its lines.
func (s *Suppression) moveTo(f rootfs.File) {
	line := func(n int) int {
		in, at := f.Place(f.Text.Line(n))
		return in.LineAt(at.Start)
	}
	if s.WholeFile {
		s.WholeFile, s.lines = false, [2]int{1, f.Text.Lines()}
	}
	if s.lines[1] > 0 {
		s.lines = [2]int{line(s.lines[0]), line(s.lines[1])}
	}
	s.inline = true
	s.In, s.At = f.Place(s.At)
	for i := range s.Words {
		_, s.Words[i].Span = f.Place(s.Words[i].Span)
	}
}

// scriptSuppressions reads the comments of a script. A comment speaks for the
// line below it, also across blank lines and further comments, and for those
// that continue it.
func scriptSuppressions(in *parser.Source) []*Suppression {
	var all, above []*Suppression // above: those that wait for their line
	begun := false
	if !bytes.Contains(bytes.ToLower(in.Bytes), []byte("entrylint")) {
		return nil
	}
	for n := 1; n <= in.Lines(); n++ {
		switch text := strings.TrimSpace(in.Text(in.Line(n))); {
		case text == "":
		case text[0] == '#':
			c := parser.Comment{Span: in.Line(n), Text: strings.TrimSpace(text[1:])}
			s, ok := readSuppression(in, c)
			if !ok {
				continue
			}
			all = append(all, s)
			switch {
			case s.Problem != "":
			case !s.WholeFile:
				s.lines[0] = n
				above = append(above, s)
			case begun:
				s.Problem = "`ignore-file` has to stand above the first command"
			}
		default:
			begun = true
			n = lastOf(in, n)
			for _, s := range above {
				s.lines[1] = n
			}
			above = nil
		}
	}
	for _, s := range above {
		s.Problem = "no command follows it"
	}
	return all
}

// lastOf returns the last of the lines that line n is continued on.
func lastOf(in *parser.Source, n int) int {
	for ; n < in.Lines(); n++ {
		text := in.Text(in.Line(n))
		if escapes := len(text) - len(strings.TrimRight(text, `\`)); escapes%2 == 0 {
			break
		}
	}
	return n
}
