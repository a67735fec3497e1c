package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var noShell = &rules.Rule{
	Code:     "EP104",
	Name:     "no-shell",
	Summary:  "a command for a shell that the image does not have",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check: func(p *rules.Pass) {
		checkNoShell(p)
		checkMissingShell(p)
	},
}

// sh is what runs a shell form unless SHELL says otherwise; for HEALTHCHECK
// the engine runs it whatever SHELL says.
const sh = "/bin/sh"

func checkNoShell(p *rules.Pass) {
	var brought map[*launch.Launch]bool
	for _, c := range p.Commands() {
		if c.Form != parser.Shell || !needsSh(c) || c.Launch.Sh() != shell.None {
			continue
		}
		if brought == nil {
			brought = maybeBrought(p, sh)
		}
		if !brought[c.Launch] {
			p.Report(rules.Finding{
				At:      c.Span(),
				Message: noShellMessage(c),
				Notes:   noShellNotes(p, c),
				Help:    noShellHelp(c),
			})
		}
	}
}

// needsSh reports whether the engine starts the command with /bin/sh. A CMD
// behind an ENTRYPOINT is only given to that as arguments.
func needsSh(c *rules.Command) bool {
	switch {
	case !c.Effective(), c.Verb() == "CMD" && hasEntrypoint(c):
		return false
	case c.Verb() == "HEALTHCHECK":
		return true
	}
	words := c.Launch.ShellAt(c.Inst)
	return len(words) > 0 && words[0] == sh
}

func noShellMessage(c *rules.Command) string {
	effect := fmt.Sprintf("exec: %q: stat %[1]s: no such file or directory", sh)
	if c.Verb() == "HEALTHCHECK" {
		effect = "every check fails: " + effect
	}
	return fmt.Sprintf("%s `%s` is in shell form, and `%s` has no %s: %s", c.Verb(), rules.Clip(c.Body.Text), c.Launch.Root().Ref, sh, effect)
}

func noShellNotes(p *rules.Pass, c *rules.Command) []rules.Note {
	root := c.Launch.Root()
	notes := []rules.Note{p.Note(root.At, "`%s` has no shell", root.Ref)}
	if hasBusybox(c) {
		notes[0] = p.Note(root.At, "the shell of `%s` is %s", root.Ref, busybox)
	}
	if set := c.Launch.Shell.Origin.At; set != nil && c.Verb() == "HEALTHCHECK" {
		notes = append(notes, p.Note(set.Span, "SHELL does not apply to HEALTHCHECK"))
	}
	return notes
}
