package report

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

// summary writes the last line of the text format.
func (t *text) summary() {
	said := t.fix("No findings")
	if s := t.sum; s.Errors+s.Warnings+s.Infos > 0 {
		said = join(
			t.count(s.Errors, "error", rules.Error),
			t.count(s.Warnings, "warning", rules.Warning),
			t.count(s.Infos, "info", rules.Info),
		)
	}
	said += " in " + plural(t.sum.Files, "file")
	more := join(some(t.sum.Fixable, "with a safe fix"), some(t.sum.Suppressed, "suppressed"))
	if more != "" {
		said += t.faint(" (" + more + ")")
	}
	fmt.Fprintln(t.out, said)
}

func (t *text) count(n int, word string, s rules.Severity) string {
	if n == 0 {
		return ""
	}
	return t.of(s)(plural(n, word))
}

func some(n int, word string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", n, word)
}

func plural(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}

// join puts commas between the words that are not empty.
func join(words ...string) string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, ", ")
}
