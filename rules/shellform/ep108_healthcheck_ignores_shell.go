package shellform

import (
	"fmt"
	"path"
	"slices"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var healthcheckIgnoresShell = &rules.Rule{
	Code:     "EP108",
	Name:     "healthcheck-ignores-shell",
	Summary:  "HEALTHCHECK in shell form needs the SHELL that is set, and is run by /bin/sh",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkHealthcheckIgnoresShell,
}

func checkHealthcheckIgnoresShell(p *rules.Pass) {
	for _, c := range p.Commands() {
		if !c.Effective() || !shellIgnored(c) {
			continue
		}
		at, effect, help := missed(c)
		if effect == "" {
			continue
		}
		p.Report(rules.Finding{
			At: at,
			Message: fmt.Sprintf("HEALTHCHECK `%s` is not run by SHELL `%s` but by %s: %s",
				rules.Clip(c.Body.Text), rules.Clip(rules.ExecForm(shellInForce(c))), healthRunner(c), effect),
			Notes: healthcheckNotes(p, c),
			Help:  help,
		})
	}
}

// missed says what the text needs SHELL for.
func missed(c *rules.Command) (at parser.Span, effect, help string) {
	if l, ok := lackOf(c); ok {
		return l.at(), fmt.Sprintf("%s does not have `%s`: %s", l.text.Kind, l.of.Form, l.effect()), l.cure()
	}
	words := shellInForce(c)
	if text := c.ShellText(); text != nil && slices.Contains(words, "pipefail") {
		for _, end := range text.PipeEnds() {
			if succeeds(end) {
				return text.At(end.Start, len(text.Src)), fmt.Sprintf("without pipefail `%s` decides, which succeeds on no input", end.Name()), "Write it in exec form: " + inShell(c, words)
			}
		}
	}
	if powerShell.MatchString(words[0]) && cmdlet.MatchString(c.Body.Text) {
		return c.Span(), "it is no PowerShell there", "Write it in exec form: " + inShell(c, words)
	}
	return parser.Span{}, "", ""
}

// shellIgnored reports whether a HEALTHCHECK in shell form stands where another
// shell than sh is set, or sh with options, which the engine does not use for
// it.
func shellIgnored(c *rules.Command) bool {
	if c.Verb() != "HEALTHCHECK" || c.Form != parser.Shell {
		return false
	}
	words := shellInForce(c)
	isSh := len(words) > 0 && slices.Contains([]string{"sh", "ash", "dash"}, path.Base(words[0]))
	return len(words) > 0 && (!isSh || slices.Contains(words, "pipefail"))
}

// shellInForce is the SHELL where a command stands; a trigger sees the last one
// of its stage.
func shellInForce(c *rules.Command) []string {
	if c.OnBuild != nil {
		return c.Launch.Shell.V
	}
	return c.Launch.ShellAt(c.Inst)
}

func healthcheckNotes(p *rules.Pass, c *rules.Command) []rules.Note {
	set, root := c.Launch.Shell.Origin, c.Launch.Root()
	notes := []rules.Note{rules.Fact("`%s` sets SHELL, which does not apply to HEALTHCHECK", set.Image)}
	if set.At != nil {
		notes[0] = p.Note(set.At.Span, "SHELL does not apply to HEALTHCHECK")
	}
	if kind := c.Launch.Sh(); kind != shell.Unknown && kind != shell.Cmd {
		notes = append(notes, p.Note(root.At, "/bin/sh of `%s` is %s", root.Ref, kind))
	}
	return notes
}
