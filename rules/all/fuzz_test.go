package all_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"
)

// FuzzLint holds that no Dockerfile makes a rule panic, and that every finding
// stands inside its source.
func FuzzLint(f *testing.F) {
	for _, path := range scenePaths(f) {
		scene, err := txtar.ParseFile(path)
		assert.NilError(f, err)
		f.Add(section(scene, "Dockerfile"))
	}
	f.Fuzz(func(t *testing.T, dockerfile string) {
		res := lint(dockerfile)
		for _, finding := range res.Findings {
			at := finding.At
			assert.Assert(t, 0 <= at.Start && at.Start <= at.End && at.End <= len(finding.In.Bytes), "%s %v", finding.Rule.Code, at)
			assert.Assert(t, finding.Message != "" && !strings.HasSuffix(finding.Message, "."), finding.Message)
			for _, n := range finding.Notes {
				if n.In != nil {
					assert.Assert(t, 0 <= n.At.Start && n.At.Start <= n.At.End && n.At.End <= len(n.In.Bytes))
				}
			}
		}
	})
}
