package report

import (
	"strings"

	"github.com/entrylint/entrylint/rules"
)

// sarifRules lists the catalog, and where in it each rule is.
func sarifRules(modules []*rules.Module) ([]sarifRule, map[*rules.Rule]int) {
	all := []sarifRule{}
	index := map[*rules.Rule]int{}
	for _, m := range modules {
		for _, r := range m.Rules {
			index[r] = len(all)
			all = append(all, sarifRuleOf(m, r))
		}
	}
	return all, index
}

func sarifRuleOf(m *rules.Module, r *rules.Rule) sarifRule {
	summary := sentence(r.Summary)
	full, page := summary, ""
	if m.Pages != nil {
		page, _ = m.Page(r) // a rule without a page still has its summary
	}
	if first := firstParagraph(page); first != "" {
		full = first
	}
	return sarifRule{
		ID:                   r.Code,
		Name:                 r.Name,
		ShortDescription:     sarifMessage{Text: summary},
		FullDescription:      sarifMessage{Text: full},
		Help:                 sarifMessage{Text: full + "\n\n" + m.URL(r), Markdown: page},
		HelpURI:              m.URL(r),
		DefaultConfiguration: sarifConfig{sarifLevel(r.Severity)},
		Properties:           sarifProperties{[]string{m.Name}},
	}
}

// firstParagraph returns the first text of a page that is not a heading, on
// one line.
func firstParagraph(page string) string {
	for block := range strings.SplitSeq(strings.ReplaceAll(page, "\r\n", "\n"), "\n\n") {
		block = strings.TrimSpace(block)
		if block != "" && !strings.HasPrefix(block, "#") {
			return strings.Join(strings.Fields(block), " ")
		}
	}
	return ""
}
