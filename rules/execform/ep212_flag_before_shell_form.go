package execform

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var flagBeforeShellForm = &rules.Rule{
	Code:     "EP212",
	Name:     "flag-before-shell-form",
	Summary:  "CMD or ENTRYPOINT begins with --, which the builder takes for a flag of its own",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkFlagBeforeShellForm,
}

func checkFlagBeforeShellForm(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Verb() == "HEALTHCHECK" || c.Inst.Err == nil || len(c.Inst.Flags) == 0 {
			continue
		}
		answer := c.Inst.Err.Error()
		if !strings.HasPrefix(answer, "unknown flag: ") {
			continue
		}
		stops := "the build stops"
		if c.OnBuild != nil {
			stops = "every build on this image stops"
		}
		first, last := c.Inst.Flags[0], c.Inst.Flags[len(c.Inst.Flags)-1]
		p.Report(rules.Finding{
			At: parser.Span{Start: first.Span.Start, End: max(last.Span.End, c.Command.Span.End)},
			Message: fmt.Sprintf("`%s` is taken for a flag of %s, which has none, and %s: `%s`",
				rules.Clip(first.Value), c.Verb(), stops, answer),
			Help: flagHelp(c),
		})
	}
}

// flagHelp writes what was meant: words in exec form, where -- is nothing else.
func flagHelp(c *rules.Command) string {
	var words []string
	for _, f := range c.Inst.Flags {
		words = append(words, f.Value)
	}
	if c.Form == parser.Exec {
		return fmt.Sprintf("If it belongs to the command, put it into the array; else write %s", inExec(c, c.Strings()...))
	}
	if rest, ok := shell.Parse("x " + c.Body.Text).Plain(); ok {
		words = append(words, rest[1:]...)
	} else {
		words = append(words, strings.Fields(c.Body.Text)...)
	}
	help := "In exec form it is a word like any other: " + inExec(c, words...)
	if c.Verb() == "ENTRYPOINT" {
		help += ", with the program in front"
	}
	return help
}
