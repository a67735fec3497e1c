package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var mainProcessDaemonises = &rules.Rule{
	Code:     "EP601",
	Name:     "main-process-daemonises",
	Summary:  "the main process goes into the background, and the container ends",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkMainProcessDaemonises,
}

func checkMainProcessDaemonises(p *rules.Pass) {
	for _, s := range startedBy(p) {
		steps := s.steps()
		if len(steps) == 0 {
			continue
		}
		main := steps[len(steps)-1]
		if last, ok := main.endsWith(); ok {
			main = last
		}
		if !main.known() || main.Next != nil || !main.ends() || main.line != nil && main.line.open {
			continue
		}
		front := s.Argv.V[:max(0, len(s.Argv.V)-len(main.Argv))]
		if b, ok := s.Launch.Background(main.Process, front, main.before); ok {
			f := main.finding()
			f.Message, f.Help = main.subject()+" runs "+leaves(b, main), s.cure(b, main)
			f.Notes = slices.Concat(f.Notes, inFront(p, steps), configuration(b))
			f = s.atCulprit(p, b, main, f)
			p.Report(f)
		} else if f, ok := cannotStart(s, main); ok {
			p.Report(f)
		}
	}
}

// atCulprit moves a finding to the word that puts the program into the background,
// where CMD brings it to an ENTRYPOINT.
func (s started) atCulprit(p *rules.Pass, b launch.Background, main step, f rules.Finding) rules.Finding {
	n := len(s.Argv.V) - len(main.Argv) + b.At - (len(s.Argv.V) - len(s.Cmd.V))
	if b.Word == "" || s.cmd == nil || main.command == nil || main.command == s.cmd || main.text != nil || s.cmd.Form != parser.Exec ||
		n < 0 || n >= len(s.cmd.Words) || s.cmd.Words[n].Value != main.Argv[b.At] {
		return f
	}
	last := min(n+len(strings.Fields(b.Word)), len(s.cmd.Words)) - 1
	f.At = parser.Span{Start: s.cmd.Words[n].Span.Start, End: s.cmd.Words[last].Span.End}
	f.Notes = append(f.Notes, p.Note(main.at, "`%s` is started here", path.Base(main.Argv[0])))
	return f
}

// ends reports whether the shell around the command, if there is one, ends
// when the command does.
func (s step) ends() bool {
	return s.in.IsTheEnd() && (s.text == nil || !s.text.Traps())
}

// leaves says what becomes of the program, and of the container.
func leaves(b launch.Background, main step) string {
	return fmt.Sprintf("`%s`, which %s: process 1 ends, and the container with it", rules.Clip(strings.Join(main.Argv, " ")), b.How())
}

// configuration points at the files that have been read.
func configuration(b launch.Background) []rules.Note {
	var all []rules.Note
	for _, f := range b.Read {
		in, at := f.Place(f.Text.Line(1))
		all = append(all, rules.Note{In: in, At: at, Message: "`" + f.Path + "` does not say `" + b.Syntax.Name + "`"})
	}
	return all
}

// inFront points at what stands in front of the program and ends with it.
func inFront(p *rules.Pass, steps []step) []rules.Note {
	first, main := steps[0], steps[len(steps)-1]
	if first.command == nil || first.command == main.command || main.line != nil {
		return nil
	}
	return []rules.Note{p.Note(first.command.Span(), "`%s` ends when its command does", path.Base(first.Argv[0]))}
}
