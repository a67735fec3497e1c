package reading

import (
	"fmt"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var unusedSuppression = &rules.Rule{
	Code:     "EP002",
	Name:     "unused-suppression",
	Summary:  "a comment suppresses a rule that finds nothing there",
	Severity: rules.Warning,
	Since:    "0.1.0",
	After:    checkUnusedSuppression,
}

func checkUnusedSuppression(p *rules.Pass) {
	if p.Options.NoInline || len(p.File.Errors) > 0 { // what cannot be read is not judged
		return
	}
	for _, s := range p.Suppressions {
		if s.Foreign || s.Problem != "" {
			continue
		}
		unused := unusedWords(p, s)
		where := "in the instruction below"
		switch {
		case s.WholeFile:
			where = "in the file"
		case s.In != p.File.Source:
			where = "in the command below"
		}
		for _, w := range unused {
			f := rules.Finding{
				In:      s.In,
				At:      w.Span,
				Message: fmt.Sprintf("`%s` finds nothing %s, so naming it suppresses nothing", w.Value, where),
				Help:    fmt.Sprintf("Remove `%s` from the comment", w.Value),
			}
			if len(unused) == len(s.Words) {
				f.Message = fmt.Sprintf("`%s` finds nothing %s, so the comment suppresses nothing", w.Value, where)
				f.Help = "Remove the comment"
			}
			p.Report(f)
		}
	}
}

// unusedWords are those of rules that have run and of which none was held.
func unusedWords(p *rules.Pass, s *rules.Suppression) []parser.Word {
	var unused []parser.Word
	for _, w := range s.Words {
		if w.Held == 0 && p.Knows(w.Value) && p.Ran(w.Value) {
			unused = append(unused, w.Word)
		}
	}
	return unused
}
