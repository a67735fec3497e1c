package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var shellFormCmd = &rules.Rule{
	Code:     "EP102",
	Name:     "shell-form-cmd",
	Summary:  "CMD in shell form: the shell is process 1 and passes no signal on",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkShellFormCmd,
}

func checkShellFormCmd(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Verb() != "CMD" || c.Form != parser.Shell || !c.Effective() {
			continue
		}
		e, ok := endingOf(c)
		if !ok || !e.last.Alone() || e.last.Exec || shell.Builtin(e.last.Name()) || !isProcess1(c) {
			continue
		}
		if effect, severity := e.effect(); effect != "" {
			p.Report(rules.Finding{
				At:       c.Span(),
				Severity: severity,
				Message:  fmt.Sprintf("CMD `%s` is in shell form: %s", rules.Clip(e.text.Src), effect),
				Notes:    e.notes(p),
				Help:     e.cure(),
			})
		}
	}
}

// effect says what the shell form of a single command does; nothing where that
// is not known, or where it makes no difference.
func (e ending) effect() (string, rules.Severity) {
	_, plain := e.text.Plain()
	switch {
	case e.replaces == shell.NotKnown:
		return "", rules.Unset
	case e.replaces == shell.Yes && len(e.last.Words) == 1 && !e.last.Assigned && !e.last.Redirected:
		return "", rules.Unset
	case e.matters() && e.replaces == shell.Yes:
		return e.leaving(), rules.Info
	case e.matters():
		return e.staying(), rules.Warning
	case plain:
		return fmt.Sprintf("%s is started first, which `%s` does not need", e.shell(), e.program()), rules.Info
	}
	return "", rules.Unset
}
