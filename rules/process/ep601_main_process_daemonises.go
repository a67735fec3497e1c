package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

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
		d, word, ok := daemonOf(main)
		c := settings{of: d, l: s.Launch}
		if ok && !c.maybeOther(s, main) {
			f := main.finding()
			f.Message, f.Help = d.message(main, word), d.cure(main, word)
			f.Notes = slices.Concat(f.Notes, inFront(p, steps), c.notes())
			p.Report(f)
		} else if f, ok := cannotStart(s, main); ok {
			p.Report(f)
		}
	}
}

// ends reports whether the shell around the command, if there is one, ends
// when the command does.
func (s step) ends() bool {
	in := s.in
	return !in.Or && !in.Negated && !in.Pipe && !in.Branch && !in.Background && (s.text == nil || !s.text.Traps())
}

func (d *daemon) message(main step, word string) string {
	line := rules.Clip(strings.Join(main.Argv, " "))
	does := "puts itself into the background"
	switch {
	case d.isStarter():
		does = "starts a service in the background and ends"
	case word != "" && !strings.ContainsAny(word, "-/"):
		does = "starts its program in the background and ends"
	case word != "" && len(d.drop) == 0:
		does = fmt.Sprintf("goes into the background because of `%s`", word)
	}
	return fmt.Sprintf("%s runs `%s`, which %s: process 1 ends, and the container with it", main.subject(), line, does)
}

// isStarter reports whether the program starts others and is none itself.
func (d *daemon) isStarter() bool { return d.named("service") || d.named("systemctl") }

// inFront points at what stands in front of the program and ends with it.
func inFront(p *rules.Pass, steps []step) []rules.Note {
	first, main := steps[0], steps[len(steps)-1]
	if first.command == nil || first.command == main.command || main.line != nil {
		return nil
	}
	return []rules.Note{p.Note(first.command.Span(), "`%s` ends when its command does", path.Base(first.Argv[0]))}
}

// written is the command line in the form its author chose, as far as it is
// the whole of the instruction.
func (s step) written(words []string) string {
	if s.command != nil && s.command.Form == parser.Exec && s.text == nil {
		return s.command.Verb() + " " + rules.ExecForm(words)
	}
	return "exec " + quoted(words)
}
