package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/rules"
)

var shellLacksThisSyntax = &rules.Rule{
	Code:     "EP110",
	Name:     "shell-lacks-this-syntax",
	Summary:  "a shell text with syntax of bash that the image's /bin/sh does not have",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkShellLacksThisSyntax,
}

func checkShellLacksThisSyntax(p *rules.Pass) {
	for _, c := range p.Commands() {
		if !c.Effective() || shellIgnored(c) {
			continue
		}
		if l, ok := lackOf(c); ok {
			p.Report(rules.Finding{
				At:      l.at(),
				Message: fmt.Sprintf("%s `%s` is read by %s, which does not have `%s`: %s", c.Verb(), rules.Clip(l.text.Src), l.text.Kind, l.form(), l.effect()),
				Notes:   ending{Command: c, text: l.text}.shellNotes(p),
				Help:    l.cure(),
			})
		}
	}
}
