package execform

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// isComposeWord reports whether a word is the first one of a test in a Compose
// file, which says how to run the others. In a Dockerfile nothing reads it.
func isComposeWord(name string) bool { return name == "CMD" || name == "CMD-SHELL" }

// composeWord judges a health check that begins as in a Compose file, and a
// command that names its instruction twice.
func composeWord(c *rules.Command) (rules.Finding, bool) {
	f := rules.Finding{At: c.Command.Span}
	if !c.Effective() || onWindows(c) {
		return f, false
	}
	words, text := c.Strings(), c.Body.Text
	name, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	if c.Form == parser.Exec && len(words) > 0 {
		name, words = words[0], words[1:]
		rest = strings.Join(words, " ")
	}
	if !isComposeWord(name) || isBrought(c.Launch, name) || c.Verb() == "CMD" && !startsFirst(c) {
		return f, false
	}
	what := fmt.Sprintf("`%s` is no program", name)
	if c.Verb() == "HEALTHCHECK" {
		what = fmt.Sprintf("`%s` is for a Compose file, no program", name)
	}
	answer := fmt.Sprintf("`%s`", execError(name))
	if sh := c.ShellText(); c.Form == parser.Shell && sh != nil {
		answer = "the shell " + notFound(sh.Kind, "/bin/sh", name)
	}
	f.Message = what + ": " + answer
	switch {
	case rest == "":
		f.Help = "Name a program in its place"
	case c.Form == parser.Exec && name == "CMD":
		f.Help = "Leave it out: " + inExec(c, words...)
	default:
		f.Help = "Leave it out: " + instruction(c) + " " + rest
	}
	return f, true
}

// startsFirst reports whether the first word of CMD is what the engine starts.
func startsFirst(c *rules.Command) bool {
	if c.Form == parser.Shell {
		taker, known := cmdTaker(c)
		return taker == "" && known
	}
	prog, ok := programOf(c)
	return ok && prog.word == 0
}
