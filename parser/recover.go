package parser

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"sort"
	"strings"

	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
)

// refusal is BuildKit's error and the line, from 1, it is about.
type refusal struct {
	line int
	err  error
}

// readInstructions reads the whole file with BuildKit's parser. Where that
// stops at an error, the offending instruction is kept with the error and
// reading goes on behind it. Every line is parsed at most twice.
func (f *File) readInstructions(s *scanner) {
	for first := 1; first <= f.Lines(); {
		nodes, bad := f.buildkit(s, first, f.Lines())
		for bad != nil && nodes == nil && bad.line > first {
			before, earlier := f.buildkit(s, first, bad.line-1)
			if earlier == nil {
				nodes = s.complete(before, bad)
				break
			}
			bad = earlier
		}
		first = f.addAll(s, nodes, first)
		if bad == nil {
			s.commentsBetween(first, f.Lines()+1)
			return
		}
		s.commentsBetween(first, bad.line)
		first = f.addRefused(s, bad)
	}
}

// complete drops a last node that is only the beginning of the instruction
// that holds the refused line, and moves the refusal to its start.
func (s *scanner) complete(nodes []*buildkit.Node, bad *refusal) []*buildkit.Node {
	if len(nodes) == 0 {
		return nodes
	}
	last := nodes[len(nodes)-1]
	quiet := scanner{Source: s.Source, escape: s.escape}
	if _, end := quiet.join(last.StartLine); end < bad.line {
		return nodes
	}
	bad.line = last.StartLine
	return nodes[:len(nodes)-1]
}

// buildkit parses the lines first to last. In front of a part that is not the
// beginning of the file the escape directive is repeated, and a comment that
// keeps BuildKit from reading further directives there.
func (f *File) buildkit(s *scanner, first, last int) ([]*buildkit.Node, *refusal) {
	var in io.Reader
	before := 0
	switch {
	case first == 1 && last == f.Lines():
		in = bytes.NewReader(f.joined(s))
	case first == 1:
		in = bytes.NewReader(f.Bytes[:f.nextLine(last)])
	default:
		part := bytes.NewReader(f.Bytes[f.lines[first-1]:f.nextLine(last)])
		in = io.MultiReader(strings.NewReader("# escape="+string(f.Escape)+"\n#\n"), part)
		before = first - 3
	}
	res, err := buildkit.Parse(in)
	if err != nil {
		return nil, f.locate(err, first, last, before)
	}
	for _, n := range res.AST.Children {
		n.StartLine += before
		n.EndLine += before
	}
	return res.AST.Children, nil
}

// locate finds the line an error is about; nil where the lines hold no
// instruction at all. BuildKit counts an error in an instruction from the
// line that starts it, any other from the line before.
func (f *File) locate(err error, first, last, before int) *refusal {
	n := first
	for n <= last && f.noInstruction(n) {
		n++
	}
	line := n
	var at *buildkit.LocationError
	if errors.As(err, &at) && len(at.Locations) > 0 && len(at.Locations[0]) > 0 {
		line = at.Locations[0][0].Start.Line + before
		if line < first || f.noInstruction(line) || f.tooLong(line+1) {
			line++
		}
	}
	if n > last && (line > last || !f.directive(line)) {
		return nil
	}
	return &refusal{min(max(line, first), last), err}
}

// noInstruction reports whether line n is blank or a comment.
func (f *File) noInstruction(n int) bool {
	at := f.Line(n)
	text := bytes.TrimSpace(f.Bytes[at.Start:at.End])
	return len(text) == 0 || text[0] == '#'
}

// directive reports whether line n, at the top of the file, is a directive
// that BuildKit refuses.
func (f *File) directive(n int) bool { return n == len(f.Directives)+1 && f.badDirective }

// tooLong reports whether BuildKit's line scanner gives up on line n: it does
// where its buffer is full before a line end is in it.
func (f *File) tooLong(n int) bool {
	if n > f.Lines() {
		return false
	}
	line := f.Bytes[f.lines[n-1]:f.nextLine(n)]
	return len(line) >= bufio.MaxScanTokenSize && line[bufio.MaxScanTokenSize-1] != '\n'
}

// addAll adds what BuildKit read and returns the first line behind it.
func (f *File) addAll(s *scanner, nodes []*buildkit.Node, first int) int {
	f.Instructions = slices.Grow(f.Instructions, len(nodes))
	all := make([]Instruction, len(nodes)) // in one piece: a file has many
	for i, n := range nodes {
		s.commentsBetween(first, n.StartLine)
		first = f.add(s, &all[i], n) + 1
	}
	return first
}

// addRefused keeps what can be read of a refused instruction, and returns the
// first line behind it. An unterminated here-document reaches to the end.
func (f *File) addRefused(s *scanner, bad *refusal) int {
	at := f.Line(bad.line)
	if s.comment(at) {
		f.refuse(&SyntaxError{Span: at, Err: bad.err})
		return bad.line + 1
	}
	text, last := s.join(bad.line)
	inst := &Instruction{}
	inst.read(text, Span{0, len(text.Text)}, f.Escape, nil)
	inst.Span.End = max(inst.Span.End, f.Line(last).End)
	inst.Err = bad.err
	f.Instructions = append(f.Instructions, inst)
	if bad.err.Error() == "unterminated heredoc" {
		return f.Lines() + 1
	}
	return last + 1
}

func (f *File) sortErrors() {
	sort.SliceStable(f.Errors, func(i, j int) bool { return f.Errors[i].Span.Start < f.Errors[j].Span.Start })
}
