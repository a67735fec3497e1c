package all_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
	"gotest.tools/v3/golden"

	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

const indexFile = "../../docs/rules.md"

// docs/rules.md lists every rule, by code; -update writes it.
func TestIndex(t *testing.T) {
	want := index(all.Modules())
	if golden.FlagUpdate() {
		assert.NilError(t, os.WriteFile(indexFile, []byte(want), 0o644))
	}
	got, err := os.ReadFile(indexFile)
	assert.NilError(t, err)
	assert.Equal(t, string(got), want)
}

func index(modules []*rules.Module) string {
	var out strings.Builder
	out.WriteString("# Rules\n\n`entrylint explain CODE` prints a rule's page. Severities are those of most findings: " +
		"where more or less is at stake, a finding has its own. `entrylint rules --format json` ([schema](rules.schema.json)) is for programs.\n")
	for _, m := range modules {
		fmt.Fprintf(&out, "\n## %s\n\n%s.\n\n| code | name | severity | finds |\n|---|---|---|---|\n", m.Name, sentence(m.Doc))
		for _, r := range slices.SortedFunc(slices.Values(m.Rules), byCode) {
			page := "../rules/" + m.Name + "/" + r.PageName()
			fmt.Fprintf(&out, "| [%s](%s) | %s | %s | %s |\n", r.Code, page, r.Name, r.Severity, strings.ReplaceAll(r.Summary, "|", `\|`))
		}
	}
	return out.String()
}

func byCode(a, b *rules.Rule) int { return cmp.Compare(a.Code, b.Code) }

func sentence(words string) string { return strings.ToUpper(words[:1]) + words[1:] }
