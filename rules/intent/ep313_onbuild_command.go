package intent

import (
	"fmt"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var onbuildCommand = &rules.Rule{
	Code:     "EP313",
	Name:     "onbuild-command",
	Summary:  "ONBUILD CMD or ENTRYPOINT: set in every child before its own lines",
	Severity: rules.Info,
	Since:    "0.1.0",
	Check:    checkOnbuildCommand,
}

func checkOnbuildCommand(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.OnBuild == nil || !c.Effective() || c.Verb() == "HEALTHCHECK" {
			continue
		}
		effect := "an ENTRYPOINT of theirs does not clear it, as it clears a CMD that is inherited"
		help := fmt.Sprintf("To hand it down in the usual way, write %s without ONBUILD: children inherit it", c.Verb())
		switch empty := c.Form == parser.Exec && len(c.Words) == 0; {
		case c.Verb() == "ENTRYPOINT":
			effect = "it clears the CMD that they inherit"
		case empty:
			effect = "it clears the CMD that they inherit"
			help = "Children with an ENTRYPOINT of their own do not need it: that clears an inherited CMD as well"
		}
		p.Report(rules.Finding{
			At:      c.Span(),
			Message: fmt.Sprintf("%s `%s` is set in the images built on this one, before their own lines: %s", c.Verb(), rules.Clip(c.Body.Text), effect),
			Help:    help,
		})
	}
}
