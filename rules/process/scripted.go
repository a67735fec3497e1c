package process

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// line is the command of a script that starts a process.
type line struct {
	source *parser.Source
	words  int  // of its command line, after expansion
	own    int  // how many of them the script says; the others are its arguments
	open   bool // variables are among them, which docker run may set
	outer  step // what starts the script, where the arguments are written
}

// inScript finds the command that a script surely ends with.
func (s started) inScript(here step) (step, bool) {
	file := here.Script
	way, _, ok := script.Main(file.Ways)
	if !ok || !way.IsTheEnd() {
		return here, false
	}
	in := step{line: &line{words: len(way.Argv), own: ownWords(way, file.Args), outer: here}}
	in.line.source, in.at = file.Place(way.In, way.Start, way.End)
	in.line.open = slices.ContainsFunc(shell.Parse(way.In.Src[way.Start:way.End]).Uses(), func(u shell.Use) bool { return !u.Parameter() })
	in.before = []string{way.In.Src[:way.Start]}
	if way.In != file.Text {
		in.before = append(in.before, file.Text.Src)
	}
	before := in.before
	in = s.inLine(in, here.Next)
	in.before = before
	return in, true
}

// inLine finds where a process is written that the command of a script starts,
// itself or through a wrapper: there, or where the arguments of the script are.
func (s started) inLine(here step, next *launch.Process) step {
	for here.line != nil && here.line.words-len(next.Argv) >= here.line.own {
		here = here.line.outer
	}
	if here.line != nil || here.behind {
		return here
	}
	n := len(s.Argv.V) - len(next.Argv)
	if n < 0 || !slices.Equal(s.Argv.V[n:], next.Argv) {
		return step{}
	}
	return s.word(n)
}

// endsWith is the last command of a script that ends by itself; false where it
// stands in a branch or a pipeline, or is not known.
func (s step) endsWith() (step, bool) {
	file := s.Script
	if file == nil || s.Hop != launch.None || file.Text == nil || len(file.Ways) > 0 || file.File.Edited {
		return s, false
	}
	last, ok := file.Text.Last()
	if !ok || file.Text.Traps() || last.In.Branch || last.In.Or {
		return s, false
	}
	argv := make([]string, len(last.Words))
	for i, w := range last.Words {
		if !w.Literal {
			return s, false
		}
		argv[i] = w.Value
	}
	in := step{Process: &launch.Process{Argv: argv}, line: &line{outer: s}, in: last.In, start: last.Start}
	in.before = append(s.before[:len(s.before):len(s.before)], file.Text.Src[:last.Start])
	in.line.source, in.at = file.Place(file.Text, last.Start, last.End)
	return in, true
}

// ownWords is how many words of a command line stand in the script itself: those
// in front of "$@".
func ownWords(way script.Way, args []string) int {
	for _, c := range shell.Parse(way.In.Src[way.Start:way.End]).Commands() {
		n := len(c.Words) - 1
		if n > len(way.Argv) || n < 0 || !strings.Contains(c.Words[n].Src, "$@") {
			break
		}
		given := way.Argv[n:]
		if m := len(args) - len(given); m >= 0 && slices.Equal(args[m:], given) {
			return n
		}
	}
	return len(way.Argv) + 1
}

// known reports whether a file of the user says the process.
func (s step) known() bool { return s.command != nil || s.line != nil }

// subject is who runs it, for the beginning of a sentence.
func (s step) subject() string {
	if s.command == nil {
		return "the script"
	}
	return s.command.Verb()
}

// finding is one about the process, where it is written.
func (s step) finding() rules.Finding {
	f := rules.Finding{At: s.at}
	if s.line == nil {
		return f
	}
	f.In = s.line.source
	outer := s.line.outer
	for outer.line != nil {
		outer = outer.line.outer
	}
	if c := outer.command; c != nil {
		f.Notes = []rules.Note{{In: c.Launch.File.Source, At: outer.at, Message: c.Verb() + " starts the script here"}}
	}
	return f
}
