package rules

import (
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// Script is a script of the build context, or of a here-document, that a
// command instruction starts.
type Script struct {
	*launch.ScriptFile
	Launch  *launch.Launch  // of the image that starts it
	Process *launch.Process // that runs it
	Command *Command        // that starts it; nil where another script does, or the base image
	Health  bool            // as a health check, not as part of the main process
	By      *launch.Process // the process that starts it; nil for the engine
	Direct  bool            // by its name, as a program: not as an argument of a shell
	Engine  bool            // Direct, and by the engine: a shell, and some programs, also read scripts without #!
	Again   bool            // it has been listed before: it starts itself once more, or another stage does
}

// Scripts lists the scripts that the images of the file start, each way it is
// started, in the order of the chain. Of what is not known there are none.
func (p *Pass) Scripts() []*Script {
	if p.scripts != nil {
		return p.scripts
	}
	p.scripts = []*Script{}
	if len(p.Launches) == 0 || !p.Launches[0].ReadsFiles() {
		return p.scripts
	}
	commands := map[*parser.Instruction]*Command{}
	for _, c := range p.Commands() {
		commands[c.Inst] = c
	}
	for _, l := range p.Images() {
		p.addScripts(l.Start(launch.Run{}), commands, false)
		if c := commands[l.Health.Origin.At]; c != nil && c.Effective() {
			p.addScripts(l.Start(HealthCheck(l)), commands, true)
		}
	}
	return p.scripts
}

// HealthCheck is the health check of an image as a run of it.
func HealthCheck(l *launch.Launch) launch.Run {
	run := launch.Run{EntrypointSet: true}
	if l.Health.V == nil || len(l.Health.V.Test) < 2 {
		return run
	}
	if run.Args = l.Health.V.Test[1:]; l.Health.V.Test[0] == "CMD-SHELL" {
		run.Args = []string{"/bin/sh", "-c", l.Health.V.Test[1]}
	}
	return run
}

func (p *Pass) addScripts(s *launch.Start, commands map[*parser.Instruction]*Command, health bool) {
	if !s.Argv.Known && s.Launch.Entrypoint.Origin.At == nil && !health {
		return
	}
	var by *launch.Process
	for proc := s.Intended(); proc != nil; by, proc = proc, proc.Next {
		if proc.Script == nil {
			continue
		}
		script := &Script{ScriptFile: proc.Script, Launch: s.Launch, Process: proc, By: by, Health: health}
		script.Direct = proc.Script.Word == 0
		script.Engine = script.Direct && by == nil
		script.Command = commands[startedAt(s, proc, health)]
		script.Again = slices.ContainsFunc(p.scripts, func(o *Script) bool { return o.File.Text == script.File.Text })
		p.scripts = append(p.scripts, script)
		in, _ := script.Source(0, 0)
		p.NoteScript(in)
		p.noteHereDocument(script.File)
	}
}

// startedAt is the instruction that starts a process of the chain.
func startedAt(s *launch.Start, proc *launch.Process, health bool) *parser.Instruction {
	l := s.Launch
	switch {
	case health:
		return l.Health.Origin.At
	case proc.In != nil && proc.In != l.File.Source: // another script starts it
		return nil
	case l.Entrypoint.Origin.At != nil && len(l.Entrypoint.V) > 0 && !fromCmd(s, proc):
		return l.Entrypoint.Origin.At
	}
	return l.Cmd.Origin.At
}

// fromCmd reports whether the words of CMD name the process.
func fromCmd(s *launch.Start, proc *launch.Process) bool {
	n := len(proc.Argv)
	return n <= len(s.Cmd.V) && slices.Equal(s.Cmd.V[len(s.Cmd.V)-n:], proc.Argv)
}

// Name is how the command line calls the script.
func (s *Script) Name() string { return s.Process.Argv[s.Word] }

// Source and the span of a part of its text, in bytes, for findings.
func (s *Script) Source(start, end int) (*parser.Source, parser.Span) {
	return s.File.Place(parser.Span{Start: start, End: end})
}

// Line returns the span of a line of the script, from 1.
func (s *Script) Line(n int) (*parser.Source, parser.Span) {
	return s.File.Place(s.File.Text.Line(n))
}

// StartedHere makes a note that points at what starts the script: a command
// instruction, or another script; none where neither does.
func (s *Script) StartedHere() []Note {
	if s.Command == nil {
		if in := s.Process.In; in != nil && in != s.Launch.File.Source {
			return []Note{{In: in, At: s.Process.At, Message: "the script is started here"}}
		}
		return nil
	}
	at := s.Command.Span()
	for _, w := range s.Command.Words {
		if w.Value == s.Name() {
			at = w.Span
		}
	}
	what := "the script"
	if s.File.Text == nil {
		what = "it"
	}
	return []Note{{In: s.Launch.File.Source, At: at, Message: s.Command.Verb() + " starts " + what + " here"}}
}
