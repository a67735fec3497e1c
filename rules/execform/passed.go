package execform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// passed is where the words of a command arrive. It is worked out once for all
// of them: there can be thousands.
type passed struct {
	start  *launch.Start
	prog   program     // that the words start
	starts bool        // whether they do
	argv   []string    // what the engine starts, as far as it is known
	first  int         // where the command's words begin in it
	lost   parser.Span // the part of it that a shell in front does not read
	script bool        // a script stands in front of them, which can do anything with them
}

// passedOn follows the words of an exec form.
func passedOn(c *rules.Command) passed {
	s := startOf(c)
	to := passed{start: s, argv: s.Argv.V}
	to.prog, to.starts = programOf(c)
	switch {
	case c.Verb() == "CMD":
		to.first = len(to.argv) - len(c.Words)
	case isReset(c): // the engine starts something else
		to.argv = c.Strings()
	}
	for p := s.Process; p != nil; p = p.Next {
		at := len(to.argv) - len(p.Argv)
		if sc, ok := c.Launch.ShellCommand(p.Argv); ok && len(p.Lost) > 0 && at >= 0 {
			to.lost = parser.Span{Start: at + sc.Text + 1, End: at + sc.Text + 1 + len(p.Lost)}
		}
		if 0 <= at && at < to.first && slices.Equal(to.argv[at:], p.Argv) && isScript(p) {
			to.script = true
		}
	}
	return to
}

// forImagesProgram reports whether the words of a CMD are options for what the
// entrypoint of an image starts, which may put a program of its own in front.
func forImagesProgram(c *rules.Command) bool {
	return c.Verb() == "CMD" && len(c.Words) > 0 && strings.HasPrefix(c.Words[0].Value, "-") && c.Launch.Entrypoint.Origin.At == nil
}

// scriptName matches names that people give the script in front of a program.
var scriptName = lazyregexp.New(`(?i)(entry|start|boot|launch|wrap|switch|^run|^init)`)

func isScript(p *launch.Process) bool {
	return p.Kind == launch.Script || p.Kind == launch.App && scriptName.MatchString(path.Base(p.Argv[0]))
}
