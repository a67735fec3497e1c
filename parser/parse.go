package parser

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
)

// MaxSize is how many bytes a Dockerfile may have: BuildKit's frontend refuses
// to read more (frontend/dockerui, maxFileSize).
const MaxSize = 16 << 20

// Errors of files BuildKit cannot make sense of as a whole, and of instructions
// before the first FROM. But for ErrNotText and ErrTooDeep the words are
// BuildKit's.
var (
	ErrTooLarge       = fmt.Errorf("file exceeds maximum allowed size of %d bytes", MaxSize)
	ErrNotText        = errors.New("file is not text: it holds a NUL byte")
	ErrTooDeep        = fmt.Errorf("an instruction has more than %d variables", maxVariables)
	ErrEmpty          = errors.New("the Dockerfile cannot be empty")
	ErrNoInstructions = errors.New("file with no instructions")
	ErrNoStage        = errors.New("dockerfile contains no stages to build")
	ErrNoFrom         = errors.New("no build stage in current context")
)

// Parse reads a Dockerfile. The File is never nil: it holds all that could be
// read. The error is the first of File.Errors, a [*SyntaxError], and nil where
// BuildKit accepts the file.
//
// Parse keeps src, which must not be changed afterwards.
func Parse(name string, src []byte) (*File, error) {
	f := &File{Source: NewSource(name, src), Escape: buildkit.DefaultEscapeToken}
	if err := unreadable(src); err != nil {
		f.refuse(&SyntaxError{Span: f.Line(1), Err: err})
		return f, f.Errors[0]
	}
	f.readDirectives()
	s := &scanner{Source: f.Source, escape: f.Escape}
	f.readInstructions(s)
	f.Comments = s.comments
	f.findStages()
	f.sortErrors()
	if len(f.Errors) == 0 {
		f.refuseWithoutStage()
	}
	if len(f.Errors) > 0 {
		return f, f.Errors[0]
	}
	return f, nil
}

func (f *File) refuseWithoutStage() {
	switch {
	case len(f.Instructions) == 0:
		f.refuse(&SyntaxError{Span: f.Line(1), Err: ErrNoInstructions})
	case len(f.Stages) == 0:
		f.refuse(&SyntaxError{Span: f.Line(1), Err: ErrNoStage})
	}
}

func unreadable(src []byte) error {
	switch {
	case len(src) > MaxSize:
		return ErrTooLarge
	case len(src) == 0:
		return ErrEmpty
	case bytes.IndexByte(src, 0) >= 0:
		return ErrNotText
	case variables(src) > maxVariables:
		return ErrTooDeep
	}
	return nil
}

// maxVariables is how many variables an instruction may have. BuildKit's lexer
// goes one call deeper for each that stands in the default of another; some
// hundred thousand are more than a stack holds, and that ends a Go program.
const maxVariables = 50_000

// variables counts "${" in the instruction that has most of them. A line may go
// on in the next one where it ends in an escape, or is blank or a comment.
func variables(src []byte) int {
	if bytes.Count(src, []byte("${")) <= maxVariables {
		return 0
	}
	most, sum := 0, 0
	for line := range bytes.Lines(src) {
		sum += bytes.Count(line, []byte("${"))
		most = max(most, sum)
		line = bytes.TrimSpace(line)
		if len(line) > 0 && line[0] != '#' && !bytes.ContainsAny(line[len(line)-1:], "\\`") {
			sum = 0
		}
	}
	return most
}

func (f *File) refuse(e *SyntaxError) { f.Errors = append(f.Errors, e) }

// readDirectives reads # syntax=, # escape= and # check= from the top.
func (f *File) readDirectives() {
	var p buildkit.DirectiveParser
	for n := 1; n <= f.Lines(); n++ {
		at := f.Line(n)
		start := leadingSpace(f.Bytes[at.Start:at.End])
		d, err := p.ParseLine(f.Bytes[at.Start+start : at.End])
		if d == nil || err != nil {
			f.badDirective = err != nil
			return
		}
		if d.Name == "escape" {
			if f.badDirective = d.Value != "`" && d.Value != `\`; f.badDirective {
				return
			}
			f.Escape = d.Value[0]
		}
		f.Directives = append(f.Directives, Directive{d.Name, d.Value, at})
	}
}

// add appends the instruction BuildKit read at node and returns its last line.
func (f *File) add(s *scanner, inst *Instruction, node *buildkit.Node) int {
	text, last := s.join(node.StartLine)
	inst.read(text, Span{0, len(text.Text)}, f.Escape, node)
	inst.Span.End = max(inst.Span.End, f.Line(last).End)
	last = inst.readHeredocs(f.Source, node.Heredocs, last)
	if inst.Trigger != nil {
		inst.Trigger.Heredocs = inst.Heredocs
		inst.Trigger.Span.End = inst.Span.End
	}
	f.Instructions = append(f.Instructions, inst)
	return last
}

// readHeredocs finds the bodies BuildKit read behind line last, and returns
// the line of the last terminator.
func (inst *Instruction) readHeredocs(src *Source, docs []buildkit.Heredoc, last int) int {
	for _, doc := range docs {
		body := Span{src.nextLine(last), src.nextLine(last)}
		for last < src.Lines() {
			last++
			line := bytes.TrimRight(src.Bytes[src.lines[last-1]:src.nextLine(last)], "\r\n")
			if doc.Chomp {
				line = bytes.TrimLeft(line, "\t")
			}
			if string(line) == doc.Name {
				break
			}
			body.End = src.nextLine(last)
		}
		inst.Heredocs = append(inst.Heredocs, Heredoc{doc.Name, doc.Content, body})
		inst.Span.End = src.Line(last).End
	}
	return last
}

// findStages sorts the instructions into stages and notes what is refused.
func (f *File) findStages() {
	first := 0 // of the stage
	for i, inst := range f.Instructions {
		verb := inst.Verb.Value
		switch {
		case verb == "FROM":
			f.Stages = append(f.Stages, newStage(len(f.Stages), inst))
			first = i + 1
		case len(f.Stages) > 0:
			f.Stages[len(f.Stages)-1].Instructions = f.Instructions[first : i+1 : i+1]
		case verb == "ARG":
			f.Args = append(f.Args, inst)
		case inst.Err == nil:
			inst.Err = ErrNoFrom
		}
		if inst.Err != nil {
			f.refuse(&SyntaxError{Span: inst.Span, Err: inst.Err, Instruction: inst})
		}
	}
}

func newStage(index int, from *Instruction) *Stage {
	s := &Stage{Index: index, From: from}
	if from.base != nil {
		s.Name, s.Platform = from.base.Name, from.base.Platform
	}
	if len(from.Words) > 0 {
		s.Base = from.Words[0]
	}
	return s
}

// IsUnknownVerb reports whether BuildKit refused the instruction because its
// verb is none.
func (inst *Instruction) IsUnknownVerb() bool {
	var unknown *instructions.UnknownInstructionError
	return errors.As(inst.Err, &unknown)
}
