//go:build e2e

package engine

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules/all"
)

// elsewhere are the rules this engine cannot show, and what does.
var elsewhere = map[string]string{
	"EP202": "its BuildKit is older than Dockerfile frontend 1.9 and drops the text; the oracle holds what newer ones do",
}

// Every rule says what an engine does with a Dockerfile, so every rule has a
// scene that shows it on one, next to its good twin.
func TestEveryRuleIsProven(t *testing.T) {
	rules := 0
	for _, m := range all.Modules() {
		for _, r := range m.Rules {
			if elsewhere[r.Code] != "" {
				continue
			}
			rules++
			bad, good := 0, 0
			paths, err := filepath.Glob("../../testdata/rules/" + r.Code + "-" + r.Name + "/*.txtar")
			assert.NilError(t, err)
			for _, path := range paths {
				scene, err := txtar.ParseFile(path)
				assert.NilError(t, err)
				if section(scene, "engine") != "" {
					bad++
				}
				if section(scene, "good/engine") != "" {
					good++
				}
			}
			assert.Check(t, bad > 0 && good > 0, "%s has %d scenes with an engine section, %d of them with a good twin", r.Code, bad, good)
		}
	}
	t.Logf("proof: %d rules have an engine scene and a good twin, %d are shown elsewhere", rules, len(elsewhere))
}
