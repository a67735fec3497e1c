package all_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

var (
	legalCode = regexp.MustCompile(`^EP[0-9]{3}$`)
	legalName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	fence     = regexp.MustCompile("(?ms)^```dockerfile (bad|good)( crlf)?\n(.*?)^```$")
)

func eachRule(t *testing.T, check func(*testing.T, *rules.Module, *rules.Rule)) {
	t.Helper()
	for _, m := range all.Modules() {
		for _, r := range m.Rules {
			t.Run(r.Code, func(t *testing.T) { check(t, m, r) })
		}
	}
}

func TestRulesAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	eachRule(t, func(t *testing.T, _ *rules.Module, r *rules.Rule) {
		t.Helper()
		assert.Assert(t, legalCode.MatchString(r.Code))
		assert.Assert(t, legalName.MatchString(r.Name), r.Name)
		assert.Assert(t, !seen[r.Code] && !seen[r.Name], "%s %s is taken", r.Code, r.Name)
		seen[r.Code], seen[r.Name] = true, true
		assert.Assert(t, r.Severity >= rules.Info && r.Summary != "" && r.Since != "" && (r.Check == nil) != (r.After == nil))
		assert.Assert(t, !strings.HasSuffix(r.Summary, "."))
	})
}

// Every page shows the defect and its cure: the bad fences are found, in the
// good ones is nothing that any rule finds. Of crlf ones the lines end in CR LF.
func TestPagesAreRight(t *testing.T) {
	eachRule(t, func(t *testing.T, m *rules.Module, r *rules.Rule) {
		t.Helper()
		page, err := m.Page(r)
		assert.NilError(t, err)
		assert.Assert(t, strings.HasPrefix(page, "# "+r.Code+" "+r.Name+"\n"), "the page's title is code and name")
		seen := map[string]int{}
		for _, f := range fence.FindAllStringSubmatch(page, -1) {
			seen[f[1]]++
			text := f[3]
			if f[2] != "" {
				text = strings.ReplaceAll(text, "\n", "\r\n")
			}
			res := lint(text)
			right := finds(res, r.Code)
			if f[1] == "good" {
				right = len(res.Findings) == 0
			}
			assert.Assert(t, right, "%s example:\n%s\n%s", f[1], text, render(res))
		}
		assert.Assert(t, seen["bad"] > 0 && seen["good"] > 0, "a page has bad and good examples")
	})
}

// Every rule has scenes in which it speaks and scenes in which it is silent.
func TestRulesHaveScenes(t *testing.T) {
	eachRule(t, func(t *testing.T, _ *rules.Module, r *rules.Rule) {
		t.Helper()
		paths, err := filepath.Glob(scenesDir + "/" + r.Code + "-" + r.Name + "/*.txtar")
		assert.NilError(t, err)
		loud, silent := 0, 0
		for _, path := range paths {
			scene, err := txtar.ParseFile(path)
			assert.NilError(t, err)
			if strings.Contains(section(scene, "want"), " "+r.Code+": ") {
				loud++
			} else {
				silent++
			}
		}
		assert.Assert(t, loud > 0 && silent > 0, "%d loud and %d silent scenes", loud, silent)
	})
}

func finds(res *rules.Result, code string) bool {
	for _, f := range res.Findings {
		if f.Rule.Code == code {
			return true
		}
	}
	return false
}
