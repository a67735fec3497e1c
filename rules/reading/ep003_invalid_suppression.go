package reading

import (
	"fmt"
	"strings"
	"unicode"

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
		why, help := meantBy(p, w.Value)
		p.Report(rules.Finding{
			In:      s.In,
			At:      w.Span,
			Message: "the comment names an " + p.Unknown(w.Value).Error() + why,
			Help:    help,
		})
	}
}

// meantBy tells what is wrong with a word, and how to write what was meant:
// codes without commas between them, a reason without dashes, everything.
func meantBy(p *rules.Pass, word string) (why, help string) {
	fields := strings.FieldsFunc(word, func(r rune) bool { return unicode.IsSpace(r) || r == ';' })
	switch {
	case strings.EqualFold(word, "all"), word == "*":
		return "", "No word stands for all rules: name codes or modules, which `entrylint rules` lists"
	case len(fields) < 2:
		return "", "`entrylint rules` lists the codes, names and modules"
	}
	var names []string
	for _, field := range fields {
		name := strings.TrimRight(field, ":")
		if !p.Knows(name) {
			break
		}
		names = append(names, name)
	}
	reason := strings.TrimLeftFunc(strings.Join(fields[len(names):], " "), leadsToReason)
	codes := strings.Join(names, ",")
	switch {
	case len(names) == 0:
		return ": codes have commas between them, a reason stands behind ` -- `", "Write `# entrylint ignore=CODE,CODE -- reason`"
	case reason == "":
		return ": codes have commas between them", fmt.Sprintf("Write `%s`", codes)
	}
	return ": a reason stands behind ` -- `", fmt.Sprintf("Write `%s -- %s`", codes, rules.Clip(reason))
}

// leadsToReason tells what people put in front of a reason.
func leadsToReason(r rune) bool {
	return unicode.Is(unicode.Pd, r) || unicode.IsSpace(r) || r == ':' || r == '#'
}

// withoutReason takes an empty reason away.
func withoutReason(comment string) string {
	return strings.TrimRight(strings.TrimRight(comment, "-"), " \t")
}
