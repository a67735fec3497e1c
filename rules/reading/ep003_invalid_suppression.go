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
		reportUnknown(p, s)
	}
}

// reportUnknown reports the words that are no rule or module: the first ones,
// for a text that was never meant as a list.
func reportUnknown(p *rules.Pass, s *rules.Suppression) {
	left := 10
	for _, w := range s.Words {
		if p.Knows(w.Value) || left == 0 {
			continue
		}
		left--
		p.Report(rules.Finding{
			In:      s.In,
			At:      w.Span,
			Message: "the comment names an " + p.Unknown(w.Value).Error(),
			Help:    toName(p, strings.Fields(w.Value)),
		})
	}
}

// toName tells how to write what was meant by words without a comma between
// them: more names, or a reason.
func toName(p *rules.Pass, words []string) string {
	switch {
	case len(words) < 2 || !p.Knows(words[0]):
		return "`entrylint rules` lists the codes, names and modules"
	case p.Knows(words[1]):
		return "Put a comma between the names"
	}
	return fmt.Sprintf("Put `--` in front of the reason: `%s -- %s`", words[0], rules.Clip(strings.Join(words[1:], " ")))
}

// withoutReason takes an empty reason away.
func withoutReason(comment string) string {
	return strings.TrimRight(strings.TrimRight(comment, "-"), " \t")
}
