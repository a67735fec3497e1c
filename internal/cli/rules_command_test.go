package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
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

// The list for programs is what its schema says.
func TestRulesSchema(t *testing.T) {
	file, err := os.Open("../../docs/rules.schema.json")
	assert.NilError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	assert.NilError(t, err)
	c := jsonschema.NewCompiler()
	assert.NilError(t, c.AddResource("rules.schema.json", doc))
	schema, err := c.Compile("rules.schema.json")
	assert.NilError(t, err)
	list, err := jsonschema.UnmarshalJSON(strings.NewReader(printed(t, clean, "rules", "--format", "json")))
	assert.NilError(t, err)
	assert.NilError(t, schema.Validate(list))
}
