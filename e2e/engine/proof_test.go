//go:build e2e

package engine

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/e2e/proven"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// noContainer are the rules that say nothing about containers.
var noContainer = []string{"EP002", "EP003"}

// Every rule says what an engine does with a Dockerfile, so every rule has a
// scene that shows it on one, next to its good twin; and what its page quotes
// was said in one of them.
func checkRules(t *testing.T, said map[string][]string) {
	proved, quotes := 0, 0
	for _, m := range all.Modules() {
		for _, r := range m.Rules {
			if slices.Contains(noContainer, r.Code) {
				continue
			}
			proved++
			folder := r.Code + "-" + r.Name
			bad, good := twins(t, "../../testdata/rules/"+folder, r.Code)
			assert.Check(t, bad > 0 && good > 0, "%s has %d scenes whose pitfall it finds and the engine shows, %d with a good twin", r.Code, bad, good)
			page, err := m.Page(r)
			assert.NilError(t, err)
			for _, quote := range Quotes(page) {
				quotes++
				assert.Check(t, saidBy(said[folder], quote), "the page of %s quotes %q, and no engine scene of the rule said it", r.Code, quote)
			}
		}
	}
	proven.Note(t, "engine: %d rules have a pitfall and its good twin, and said the %d lines that their pages quote", proved, quotes)
}

// twins counts the scenes that an engine shows: pitfalls that the rule finds,
// and cures that it does not.
func twins(t *testing.T, dir, code string) (bad, good int) {
	t.Helper()
	paths, err := filepath.Glob(dir + "/*.txtar")
	assert.NilError(t, err)
	for _, path := range paths {
		for _, trial := range trialsOf(t, path) {
			found := slices.ContainsFunc(lint(trial.Dockerfile, trial.Context).Findings, func(f rules.Finding) bool { return f.Rule.Code == code })
			switch {
			case strings.HasSuffix(trial.Name, " good"):
				good++
				assert.Check(t, !found, "%s: the good twin has %s as well", path, code)
			case found:
				bad++
			}
		}
	}
	return bad, good
}

// The texts people learn from, the table of forms and who is process 1 in which
// shell are pid1's promises: each of them is tried.
func checkTables(t *testing.T) {
	for _, folder := range []string{"seeds", "3x3", "shells"} {
		paths, err := filepath.Glob("../../testdata/pid1/" + folder + "/*.txtar")
		assert.NilError(t, err)
		assert.Check(t, len(paths) > 0, folder)
		for _, path := range paths {
			assert.Check(t, len(trialsOf(t, path)) > 0, "%s has no engine section", path)
		}
	}
}
