package shellform

import (
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// ending is the command a shell text ends with, and what becomes of the shell
// when it gets there.
type ending struct {
	*rules.Command
	text     *rules.ShellText
	last     shell.Last
	replaces shell.Answer // whether the shell becomes the command
	before   string       // the version of bash before which it does not

	// Of a shell that is not the first word of the command: how it is called, how
	// many words stand in front, and whether ENTRYPOINT calls it.
	sh     []string
	front  int
	behind bool
}

// endingOf is false for a command without a shell, and for a text that cannot
// be read or does not end with a command.
func endingOf(c *rules.Command) (ending, bool) {
	if text := c.ShellText(); text != nil {
		return endingIn(c, text)
	}
	return ending{}, false
}

func endingIn(c *rules.Command, text *rules.ShellText) (ending, bool) {
	last, ok := text.Last()
	e := ending{Command: c, text: text, last: last}
	e.replaces, e.before = c.Launch.Replaces(text.Kind, text.Text, last)
	return e, ok
}

// matters reports whether it makes a difference who is process 1: the command
// works until it is told to stop, and the shell waits for it without a trap.
func (e ending) matters() bool {
	if e.last.In.Background || e.text.Traps() {
		return false
	}
	if e.last.In.Pipe {
		return e.last.Fed && shell.KeepsLog(e.last.Name())
	}
	return e.last.LongRunning() && !e.last.Idle() && !e.last.IsJob()
}

// stays reports whether the shell keeps its process number, to the harm of the
// command.
func (e ending) stays() bool { return e.replaces == shell.No && e.matters() }

// isProcess1 reports whether CMD or ENTRYPOINT is what process 1 becomes:
// nothing stands in front, or only what replaces itself by it.
func isProcess1(c *rules.Command) bool {
	return isStarted(c, func(p *launch.Process) bool { return p.Hop == launch.Exec })
}

// isStarted reports whether CMD or ENTRYPOINT is run: nothing stands in front of
// it, or only processes that go on to it as wanted.
func isStarted(c *rules.Command, wanted func(*launch.Process) bool) bool {
	switch {
	case c.Verb() != "CMD":
		return true
	case c.OnBuild != nil:
		return !hasEntrypoint(c)
	}
	start := c.Launch.Start(launch.Run{})
	if !start.Argv.Known {
		return false
	}
	for p := start.Process; p != nil && (slices.Equal(p.Argv, c.Launch.Cmd.V) || wanted(p)); p = p.Next {
		if slices.Equal(p.Argv, c.Launch.Cmd.V) {
			return true
		}
	}
	return false
}

// hasEntrypoint reports whether an ENTRYPOINT stands in front of CMD, or may
// do so. A trigger runs in a child, which has the ENTRYPOINT of other triggers.
func hasEntrypoint(c *rules.Command) bool {
	if c.OnBuild != nil && c.Launch.Triggers("ENTRYPOINT") {
		return true
	}
	return !c.Launch.Entrypoint.Known || len(c.Launch.Entrypoint.V) > 0
}
