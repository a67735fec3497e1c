package cli

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
)

// The list fits a terminal: summaries are broken, or stand below the names.
func TestRulesFit(t *testing.T) {
	modules := []*rules.Module{{Name: "m", Doc: "some", Rules: []*rules.Rule{
		{Code: "EP101", Name: "name", Severity: rules.Error, Summary: strings.Repeat("summary ", 10) + "end"},
	}}}
	all := strings.Repeat("summary ", 10) + "end"
	for columns, want := range map[int]string{
		0:  "  EP101  name  error  " + all,
		80: "  EP101  name  error  " + all[:55] + "\n                      " + all[56:],
		60: "  EP101  name  error\n         " + all[:47] + "\n         " + all[48:],
	} {
		var out strings.Builder
		assert.NilError(t, writeRules(&out, modules, columns))
		assert.Equal(t, out.String(), "m: some\n"+want+"\n")
	}
}
