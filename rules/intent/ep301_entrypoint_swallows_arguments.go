package intent

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var entrypointSwallowsArguments = &rules.Rule{
	Code:     "EP301",
	Name:     "entrypoint-swallows-arguments",
	Summary:  "CMD never reaches an ENTRYPOINT in shell form",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkEntrypointSwallowsArguments,
}

func checkEntrypointSwallowsArguments(p *rules.Pass) {
	for _, l := range p.Images() {
		if !l.Entrypoint.Origin.ShellForm() || blank(l.Entrypoint) || !inForce(l.Cmd) || blank(l.Cmd) {
			continue
		}
		text, ok := lastWordText(l)
		if !ok {
			continue
		}
		message, severity := swallowed(l, text)
		if message == "" {
			continue
		}
		at, _ := place(l.Entrypoint)
		p.Report(rules.Finding{
			Severity: severity,
			At:       at,
			Message:  message,
			Notes:    []rules.Note{setBy(p, "CMD", l.Cmd)},
			Help:     passOnHelp(l, text),
		})
	}
}

// swallowed says what becomes of the words of CMD.
func swallowed(l *launch.Launch, text *shell.Text) (string, rules.Severity) {
	words := l.Cmd.V
	args, zero := text.UsesArguments()
	entrypoint := shown(l.Entrypoint)
	switch {
	case !args && !zero && len(words) == 1:
		return fmt.Sprintf("ENTRYPOINT `%s` is in shell form, so CMD `%s` never reaches it: its word becomes $0 of the shell",
			entrypoint, shown(l.Cmd)), rules.Error
	case !args && !zero:
		return fmt.Sprintf("ENTRYPOINT `%s` is in shell form, so CMD `%s` never reaches it: its words become $0, $1 … of the shell",
			entrypoint, shown(l.Cmd)), rules.Error
	case args && !zero:
		return fmt.Sprintf("ENTRYPOINT `%s` loses `%s`, the first word of CMD: behind the text of sh -c it is $0, and the arguments begin after it",
			entrypoint, rules.Clip(words[0])), rules.Warning
	case !args && len(words) > 1:
		return fmt.Sprintf("ENTRYPOINT `%s` reads $0 only, so of CMD `%s` it gets `%s` and nothing else",
			entrypoint, shown(l.Cmd), rules.Clip(words[0])), rules.Warning
	}
	return "", rules.Unset
}
