package process

import (
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// started is what a container of an image starts, with the command
// instructions that say so.
type started struct {
	*launch.Start
	entrypoint, cmd *rules.Command // nil where the base image sets it, or nobody
}

// step is one process of the chain from process 1 down, and where it is
// written.
type step struct {
	*launch.Process
	command *rules.Command   // nil where the base image says it
	text    *rules.ShellText // the text that starts it, nil for exec form
	in      shell.Place      // in that text
	start   int              // in that text, in bytes
	behind  bool             // a shell starts it
	at      parser.Span
}

// startedBy lists what the images of a file start, and what those will that
// are built on them, where triggers set it. What is not known is left out.
func startedBy(p *rules.Pass) []started {
	written := map[*parser.Instruction]*rules.Command{}
	var all []started
	for _, c := range p.Commands() {
		written[c.Inst] = c
		if s, ok := triggered(c); ok {
			all = append(all, s)
		}
	}
	for _, l := range p.Images() {
		s := l.Start(launch.Run{})
		if s.Argv.Known {
			all = append(all, started{s, written[l.Entrypoint.Origin.At], written[l.Cmd.Origin.At]})
		}
	}
	return all
}

// triggered is what a child starts that has the command of an ONBUILD and
// none of its own.
func triggered(c *rules.Command) (started, bool) {
	if c.OnBuild == nil || c.Inst.Err != nil || c.Inst != lastTrigger(c) {
		return started{}, false
	}
	words := c.Strings()
	if c.Form == parser.Shell {
		sh := c.Launch.Shell.V
		words = append(sh[:len(sh):len(sh)], c.Body.Text)
	}
	l := c.Launch
	switch {
	case len(words) == 0 || !l.Shell.Known:
		return started{}, false
	case c.Verb() == "ENTRYPOINT" && !l.Triggers("CMD"):
		return started{l.Start(launch.Run{EntrypointSet: true, Args: words}), nil, c}, true
	case c.Verb() == "CMD" && !l.Triggers("ENTRYPOINT") && l.Entrypoint.Known && l.Entrypoint.Origin.At == nil:
		return started{l.Start(launch.Run{Args: words}), nil, c}, true
	}
	return started{}, false
}

// lastTrigger is the one of a stage's triggers that counts for a verb.
func lastTrigger(c *rules.Command) *parser.Instruction {
	for _, on := range slices.Backward(c.Launch.OnBuild) {
		if on.Trigger.Verb.Value == c.Verb() {
			return on.Trigger
		}
	}
	return nil
}

// steps follows the chain.
func (s started) steps() []step {
	var all []step
	here := s.word(0)
	for p := s.Process; p != nil; p = p.Next {
		here.Process = p
		all = append(all, here)
		if p.Next == nil {
			break
		}
		switch sc, ok := s.Launch.ShellCommand(p.Argv); {
		case here.behind: // the same text starts it
		case ok:
			here = s.word(len(s.Argv.V) - len(p.Argv) + sc.Text).inText()
		default:
			here = s.word(len(s.Argv.V) - len(p.Next.Argv))
		}
	}
	return all
}

// word finds the command line that begins with a word of ENTRYPOINT + CMD.
func (s started) word(i int) step {
	c := s.entrypoint
	if n := len(s.Argv.V) - len(s.Cmd.V); i >= n {
		c, i = s.cmd, i-n
	}
	switch {
	case c == nil || i < 0:
		return step{}
	case c.Form == parser.Shell || i >= len(c.Words):
		return step{command: c, at: c.Span()}
	}
	at := c.Words[i].Span
	at.End = c.Words[len(c.Words)-1].Span.End
	return step{command: c, at: at}
}

// inText finds the command that a shell's text is there for.
func (s step) inText() step {
	s.behind = true
	if s.command == nil || s.command.ShellText() == nil {
		return s
	}
	text := s.command.ShellText()
	last, _ := text.Last()
	if waited, ok := text.Waited(); ok {
		last.Simple = waited
	}
	if last.End > 0 {
		s.at = text.At(last.Start, last.End)
	}
	s.text, s.in, s.start = text, last.In, last.Start
	return s
}
