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
	chain           []step
}

// step is one process of the chain from process 1 down, and where it is
// written.
type step struct {
	*launch.Process
	command *rules.Command // nil where a script or the base image says it
	text    *text          // the text that starts it, nil for exec form
	in      shell.Place    // in that text
	start   int            // in that text, in bytes
	behind  bool           // a shell starts it
	at      parser.Span
	line    *line    // of the script that says it; nil for none
	before  []string // what shells and scripts are told to do before it
}

// text is what a shell of the chain is given.
type text struct {
	*shell.Text
	at func(lo, hi int) parser.Span
}

// startedBy lists what the images of a file start, and what those will that
// are built on them, where triggers set it. What is not known is left out.
func startedBy(p *rules.Pass) []started {
	return rules.Shared(p, func(p *rules.Pass) []started {
		all := starts(p)
		for i, s := range all {
			all[i].chain = s.follow()
		}
		return all
	})
}

func starts(p *rules.Pass) []started {
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
			all = append(all, started{Start: s, entrypoint: written[l.Entrypoint.Origin.At], cmd: written[l.Cmd.Origin.At]})
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
		return started{Start: l.Start(launch.Run{EntrypointSet: true, Args: words}), cmd: c}, true
	case c.Verb() == "CMD" && !l.Triggers("ENTRYPOINT") && l.Entrypoint.Known && l.Entrypoint.Origin.At == nil:
		return started{Start: l.Start(launch.Run{Args: words}), cmd: c}, true
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

// steps are the processes of the chain.
func (s started) steps() []step { return s.chain }

// steps follows the chain, as far as it is certain.
func (s started) follow() []step {
	var all []step
	here := s.word(0)
	for p := s.Process; p != nil; p = p.Next {
		here.Process = p
		all = append(all, here)
		if p.Next == nil {
			break
		}
		before := here.before
		switch sc, ok := s.Launch.ShellCommand(p.Argv); {
		case p.Script != nil:
			if here, ok = s.inScript(here); !ok {
				return all
			}
		case here.line != nil && ok:
			return all // a text in a script
		case here.line != nil:
			here = s.inLine(here, p.Next)
		case here.behind: // the same text starts it
		case ok:
			here = s.inText(len(s.Argv.V) - len(p.Argv) + sc.Text)
			if here.text != nil {
				before = append(before[:len(before):len(before)], here.text.Src[:here.start])
			}
		default:
			here = s.word(len(s.Argv.V) - len(p.Next.Argv))
		}
		here.before = append(before[:len(before):len(before)], here.before...)
	}
	return all
}

// named returns the instruction that brings a word of ENTRYPOINT + CMD, nil
// where the base image does, and which of its words it is.
func (s started) named(i int) (*rules.Command, int) {
	if n := len(s.Argv.V) - len(s.Cmd.V); i >= n {
		return s.cmd, i - n
	}
	return s.entrypoint, i
}

// word finds the command line that begins with a word of ENTRYPOINT + CMD.
func (s started) word(i int) step {
	c, i := s.named(i)
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

// inText finds the command that the text in a word of ENTRYPOINT + CMD is there
// for.
func (s started) inText(word int) step {
	in := s.word(word)
	in.behind = true
	in.text = s.text(word)
	if in.text == nil {
		return in
	}
	last, _ := in.text.Last()
	if waited, ok := in.text.Waited(); ok {
		last.Simple = waited
	}
	if last.End > 0 {
		in.at = in.text.at(last.Start, last.End)
	}
	in.in, in.start = last.In, last.Start
	return in
}

// text reads a word as a shell does; nil where the base image brings it.
func (s started) text(word int) *text {
	c, i := s.named(word)
	switch {
	case c == nil || i < 0:
		return nil
	case c.Form == parser.Shell:
		if read := c.ShellText(); read != nil {
			return &text{read.Text, read.At}
		}
	case i < len(c.Words):
		return &text{s.Launch.Text(c.Words[i].Value), func(lo, hi int) parser.Span { return c.WordAt(i, lo, hi) }}
	}
	return nil
}

// shell finds the first shell of the chain that is given a text, and the
// command that the text is there for.
func (s started) shell() (step, bool) {
	for _, p := range s.steps() {
		sc, ok := s.Launch.ShellCommand(p.Argv)
		if !ok || p.behind || p.line != nil {
			continue
		}
		in := s.inText(len(s.Argv.V) - len(p.Argv) + sc.Text)
		in.Process = p.Process
		return in, in.text != nil && in.text.Err == nil
	}
	return step{}, false
}
