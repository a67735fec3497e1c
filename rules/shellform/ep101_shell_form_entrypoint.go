package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var shellFormEntrypoint = &rules.Rule{
	Code:     "EP101",
	Name:     "shell-form-entrypoint",
	Summary:  "ENTRYPOINT in shell form: run arguments are lost and the shell is process 1",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkShellFormEntrypoint,
}

func checkShellFormEntrypoint(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Verb() != "ENTRYPOINT" || c.Form != parser.Shell || !c.Effective() {
			continue
		}
		text := c.ShellText()
		if text == nil || text.Err != nil {
			continue
		}
		last, ok := text.Last()
		if !ok || last.Exec && last.Alone() {
			continue
		}
		p.Report(rules.Finding{
			At:      c.Span(),
			Message: entrypointMessage(c, text, last),
			Help:    entrypointHelp(text, last),
		})
	}
}

func entrypointMessage(c *rules.Command, text *rules.ShellText, last shell.Last) string {
	message := fmt.Sprintf("ENTRYPOINT `%s` is in shell form", rules.Clip(c.Body.Text))
	if args, _ := text.UsesArguments(); !args {
		message += ": arguments of docker run never reach it"
	}
	if text.Kind.ReplacedBy(text.Text, last) == shell.No {
		message += fmt.Sprintf("; %s stays process 1 and passes no signal on", text.Kind)
	}
	return message
}

func entrypointHelp(text *rules.ShellText, last shell.Last) string {
	if words, ok := text.Plain(); ok {
		return "Write it in exec form: ENTRYPOINT " + rules.ExecForm(words)
	}
	if last.Exec {
		return "Move the set-up into a script that ends with exec \"$@\", and name that script in exec form"
	}
	return fmt.Sprintf("Put exec in front of `%s`, or move the text into a script that ends with exec \"$@\"", rules.Clip(last.Words[0].Src))
}
