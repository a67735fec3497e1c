package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

const rulesIntro = `List the rules: code, name, severity, and what is found.

Usage:
  entrylint rules [flags]

The page of a rule is shown by entrylint explain CODE.
`

func (p *program) rulesCommand() *command {
	format := oneOf("text", "json")
	return &command{
		name:  "rules",
		intro: rulesIntro,
		flags: []cli.Flag{
			&cli.GenericFlag{Name: "format", Value: &format, Usage: "`FORMAT`: text or json"},
		},
		run: func(a arguments) (int, error) {
			if paths := a.paths(); len(paths) > 0 {
				err := fmt.Errorf("rules takes no argument: %s is too much (a folder called rules is linted as ./rules)", paths[0])
				return notJudged, &usageError{err, "entrylint rules"}
			}
			if format.word == "json" {
				return clean, writeRulesJSON(p.stdout, p.buildVersion(), all.Modules())
			}
			return clean, writeRules(p.stdout, all.Modules(), columns(p.stdout))
		},
	}
}

// writeRules lists the rules module by module, in columns that run through all
// of them. On a terminal of so many columns summaries are broken, and stand
// below the names where little room is left; 0 is for no terminal.
func writeRules(w io.Writer, modules []*rules.Module, columns int) error {
	name, severity := 0, 0
	eachRule(modules, func(_ *rules.Module, r *rules.Rule) {
		name = max(name, len(r.Name))
		severity = max(severity, len(r.Severity.String()))
	})
	var text []byte
	var last *rules.Module
	eachRule(modules, func(m *rules.Module, r *rules.Rule) {
		if m != last {
			separator := "\n"
			if last == nil {
				separator = ""
			}
			text = fmt.Appendf(text, "%s%s: %s\n", separator, m.Name, m.Doc)
			last = m
		}
		title := fmt.Sprintf("  %s  %-*s  %-*s  ", r.Code, name, r.Name, severity, r.Severity)
		text = append(text, summarized(title, r.Summary, columns)...)
	})
	_, err := w.Write(text)
	return err
}

// summarized sets a summary behind a title or, where that leaves too little
// room, below it.
func summarized(title, summary string, columns int) string {
	const readable, below = 50, "\n         " // under the name
	if columns == 0 {
		return title + summary + "\n"
	}
	indent := "\n" + strings.Repeat(" ", len(title))
	if columns-len(title) < readable {
		title, indent = strings.TrimRight(title, " ")+below, below
	}
	return title + strings.Join(excerpt.Wrap(summary, max(columns-len(indent)+1, 1)), indent) + "\n"
}

// eachRule goes through the rules of each module by their codes.
func eachRule(modules []*rules.Module, do func(*rules.Module, *rules.Rule)) {
	byCode := func(a, b *rules.Rule) int { return cmp.Compare(a.Code, b.Code) }
	for _, m := range modules {
		for _, r := range slices.SortedFunc(slices.Values(m.Rules), byCode) {
			do(m, r)
		}
	}
}

type ruleJSON struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Module   string `json:"module"`
	Severity string `json:"severity"`
	Fix      string `json:"fix"` // none, sometimes or always
	Since    string `json:"since"`
	Summary  string `json:"summary"`
	URL      string `json:"url"`
}

func writeRulesJSON(w io.Writer, version string, modules []*rules.Module) error {
	list := struct {
		Schema  int        `json:"schema"`
		Version string     `json:"version"`
		Rules   []ruleJSON `json:"rules"`
	}{Schema: 1, Version: version, Rules: []ruleJSON{}}
	eachRule(modules, func(m *rules.Module, r *rules.Rule) {
		list.Rules = append(list.Rules, ruleJSON{
			r.Code, r.Name, m.Name, r.Severity.String(), r.Fix.String(), r.Since, r.Summary, m.URL(r),
		})
	})
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(list)
}
