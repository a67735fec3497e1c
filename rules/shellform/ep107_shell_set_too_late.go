package shellform

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/rules"
)

var shellSetTooLate = &rules.Rule{
	Code:     "EP107",
	Name:     "shell-set-too-late",
	Summary:  "SHELL stands behind the CMD or ENTRYPOINT it was meant for",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkShellSetTooLate,
}

func checkShellSetTooLate(p *rules.Pass) {
	for _, s := range settings(p) {
		if s.other || len(s.commands) > 0 || isPlainSh(s.words) { // which is given back to children
			continue
		}
		i := slices.IndexFunc(s.before, func(c *rules.Command) bool { return !slices.Equal(c.Launch.ShellAt(c.Inst), s.words) })
		if i < 0 {
			continue
		}
		c := s.before[i]
		p.Report(rules.Finding{
			At: s.inst.Span,
			Message: fmt.Sprintf("SHELL `%s` comes too late for %s `%s`, which is started by `%s`",
				rules.Clip(rules.ExecForm(s.words)), c.Verb(), rules.Clip(c.Body.Text), rules.Clip(rules.ExecForm(c.Launch.ShellAt(c.Inst)))),
			Notes: []rules.Note{p.Note(c.Span(), "%s takes the SHELL that is set above it; nothing below uses this one", c.Verb())},
			Help:  fmt.Sprintf("Move SHELL above %s, or remove it", c.Verb()),
		})
	}
}
