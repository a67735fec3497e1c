package reading

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

var invalidSuppression = &rules.Rule{
	Code:     "EP003",
	Name:     "invalid-suppression",
	Summary:  "a comment that is to suppress a finding cannot: it is misspelled, misplaced or lacks its reason",
	Severity: rules.Warning,
	Since:    "0.1.0",
	After:    checkInvalidSuppression, // scripts are known by then
}

func checkInvalidSuppression(p *rules.Pass) {
	for _, s := range p.Suppressions {
		switch {
		case s.Foreign:
			continue
		case s.Problem != "":
			p.Report(rules.Finding{
				In:      s.In,
				At:      s.At,
				Message: "the comment suppresses nothing: " + s.Problem,
			})
			continue
		case p.Options.RequireReason && s.Reason == "":
			p.Report(rules.Finding{
				In:      s.In,
				At:      s.At,
				Message: "the comment gives no reason, and the configuration requires one",
				Help:    fmt.Sprintf("Write `# %s -- the reason`", withoutReason(s.In.Text(s.At))),
			})
		}
		for _, w := range s.Words {
			if err := p.Check(w.Value); err != nil {
				p.Report(rules.Finding{
					In:      s.In,
					At:      w.Span,
					Message: "the comment names an " + err.Error(),
					Help:    "`entrylint rules` lists the codes, names and modules",
				})
			}
		}
	}
}

// withoutReason takes an empty reason away.
func withoutReason(comment string) string {
	return strings.TrimRight(strings.TrimRight(comment, "-"), " \t")
}
