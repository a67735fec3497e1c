package shellform

import (
	"fmt"
	"path"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var noShell = &rules.Rule{
	Code:     "EP104",
	Name:     "no-shell",
	Summary:  "shell form in an image that has no /bin/sh",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkNoShell,
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
	if set := c.Launch.Shell.Origin.At; set != nil && c.Verb() == "HEALTHCHECK" {
		notes = append(notes, p.Note(set.Span, "SHELL does not apply to HEALTHCHECK"))
	}
	return notes
}

func noShellHelp(c *rules.Command) string {
	text := shell.Parse(c.Body.Text)
	words, plain := text.Plain()
	switch {
	case !plain:
		return "Write it in exec form, without what only a shell does, or build on an image that has a shell"
	case goesWithShell(text) && !isCopied(c.Launch, words[0]):
		return "Name a program that the image has, in exec form, or build on an image that has a shell"
	}
	verb := c.Verb()
	if verb == "HEALTHCHECK" {
		verb += " … CMD"
	}
	return fmt.Sprintf("Write it in exec form: %s %s", verb, rules.ExecForm(words))
}

// goesWithShell reports whether a program is a script for a shell, a shell, or
// a tool such as echo: an image without a shell has none of these by itself.
func goesWithShell(text *shell.Text) bool {
	c, ok := text.First()
	if !ok || c.Name() == "" || path.Ext(c.Name()) == ".sh" {
		return true
	}
	folder := path.Dir(c.Words[0].Value)
	return slices.Contains([]string{".", "/bin", "/usr/bin"}, folder) && (!c.LongRunning() || c.Idle())
}

// isCopied reports whether the stage, or one it is built on, copies a file of
// that name.
func isCopied(l *launch.Launch, program string) bool {
	for ; l != nil; l = l.Base.Parent {
		for _, inst := range l.Stage.Instructions {
			if inst.Verb.Value != "COPY" && inst.Verb.Value != "ADD" {
				continue
			}
			if slices.ContainsFunc(inst.Words, func(w parser.Word) bool { return path.Base(w.Value) == path.Base(program) }) {
				return path.Ext(program) != ".sh"
			}
		}
	}
	return false
}
