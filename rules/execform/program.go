package execform

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// program is the word of a command that names a program to start.
type program struct {
	word int             // index among the command's words
	argv []string        // what is started: the program and all its arguments
	by   *launch.Process // who starts it, nil for the engine
}

// programOf finds the program that the words of an exec form start in the end,
// behind inits and wrappers. It returns false where none of the words is a
// program's name, as in a CMD that holds arguments of ENTRYPOINT, and where
// that is not known.
func programOf(c *rules.Command) (program, bool) {
	if c.Form != parser.Exec || len(c.Words) == 0 || !c.Effective() {
		return program{}, false
	}
	s := startOf(c)
	if !s.Argv.Known {
		return program{}, false
	}
	argv, first := s.Argv.V, 0
	if c.Verb() == "CMD" {
		first = len(argv) - len(c.Words)
	}
	if s.Error != "" {
		return program{argv: argv}, first == 0
	}
	found, ok := program{}, false
	var by *launch.Process
	for p := s.Process; p != nil; p = p.Next {
		at := len(argv) - len(p.Argv)
		if at >= first && at < first+len(c.Words) && slices.Equal(argv[at:], p.Argv) {
			found, ok = program{word: at - first, argv: p.Argv, by: by}, true
		}
		by = p
	}
	return found, ok
}

// nodeScript finds a CMD that the entrypoint of the official node image takes
// for a script, because it is no command: it puts node in front.
func nodeScript(c *rules.Command) (program, bool) {
	if c.Verb() != "CMD" || c.Form != parser.Exec || len(c.Words) == 0 || !c.Effective() {
		return program{}, false
	}
	s := startOf(c)
	if s.Process == nil || s.Process.Next == nil || !s.Argv.Known {
		return program{}, false
	}
	argv := s.Process.Next.Argv
	return program{argv: argv, by: s.Process}, argv[0] == "node" && slices.Equal(argv[1:], c.Strings())
}

// startOf resolves what the command starts. The engine starts a health check
// and an entrypoint alike: the words, and nothing in front of them.
func startOf(c *rules.Command) *launch.Start {
	words := c.Strings()
	switch {
	case c.Verb() == "CMD":
		return c.Launch.Start(launch.Run{Args: words})
	case c.Verb() == "ENTRYPOINT" && c.OnBuild == nil:
		return c.Launch.Start(launch.Run{})
	}
	return c.Launch.Start(launch.Run{EntrypointSet: true, Args: words}) // --entrypoint "" is none
}

// onWindows reports whether the command is for a Windows container.
func onWindows(c *rules.Command) bool {
	return c.Launch.Root().Config.OS == "windows" || strings.HasPrefix(c.Launch.Stage.Platform, "windows")
}
