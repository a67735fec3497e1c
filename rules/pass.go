package rules

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// Pass is what a rule sees: one file, and what each of its stages starts.
type Pass struct {
	File     *parser.File
	Launches []*launch.Launch // one per stage, in order
	Target   *launch.Launch   // the stage that becomes the image; nil without stages

	// Suppressions are the comments that hold findings back: those of the
	// Dockerfile, and those of scripts as far as rules have noted them. How many
	// each has held, and all of them, are known to a rule's After only.
	Suppressions []*Suppression
	Options      Options

	modules []*Module

	module   *Module
	rule     *Rule
	found    []Finding
	commands []*Command
	images   []*launch.Launch
	scripts  []*Script
	noted    map[*parser.Source]bool // whose comments are among Suppressions
	shared   map[reflect.Type]any    // see [Shared]
}

// Images lists the stages that can be run: not those that are only there to
// build others on, which inherit what the parent sets or have their own.
func (p *Pass) Images() []*launch.Launch {
	if p.images == nil {
		isParent := make([]bool, len(p.Launches))
		for _, l := range p.Launches {
			if l.Base.Parent != nil {
				isParent[l.Base.Parent.Stage.Index] = true
			}
		}
		p.images = []*launch.Launch{}
		for i, l := range p.Launches {
			if !isParent[i] || l == p.Target {
				p.images = append(p.images, l)
			}
		}
	}
	return p.images
}

// Report adds a finding. Rule, module and, where they are not set, severity
// and source are filled in, and what it says is kept to a length that can be
// read: a command can be as long as a file, and have a finding in each word.
func (p *Pass) Report(f Finding) {
	f.Rule, f.Module = p.rule, p.module
	if f.Severity == Unset {
		f.Severity = p.rule.Severity
	}
	if f.In == nil {
		f.In = p.File.Source
	}
	p.NoteScript(f.In)
	f.Message, f.Help = bounded(f.Message), bounded(f.Help)
	for i := range f.Notes {
		f.Notes[i].Message = bounded(f.Notes[i].Message)
	}
	p.found = append(p.found, f)
}

// bounded cuts a text that is longer than anybody reads.
func bounded(text string) string {
	const longest = 4000 // bytes
	if len(text) <= longest {
		return text
	}
	return strings.ToValidUTF8(text[:longest], "") + "…"
}

// Note makes a note that points into the Dockerfile.
func (p *Pass) Note(at parser.Span, format string, args ...any) Note {
	return Note{In: p.File.Source, At: at, Message: fmt.Sprintf(format, args...)}
}

// Fact makes a note without a place, for what no file of the user says.
func Fact(format string, args ...any) Note {
	return Note{Message: fmt.Sprintf(format, args...)}
}
