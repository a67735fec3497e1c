package all_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// FuzzSuppressions holds that a comment only moves findings out of sight: what
// is shown and what is held back together are what is shown without comments,
// and a finding is held back only by a comment that names it.
func FuzzSuppressions(f *testing.F) {
	for _, path := range scenePaths(f) {
		scene, err := txtar.ParseFile(path)
		assert.NilError(f, err)
		if text := section(scene, "Dockerfile"); strings.Contains(text, "ignore") {
			f.Add(text, "ignore=shellform -- why", uint(0))
		}
	}
	f.Add("FROM debian:12\nENTRYPOINT srv\nCMD [\"$A\"]\n", "ignore=EP101,EP102", uint(1))
	f.Add("FROM debian:12\nCMD x \\\n  y\nCMD z\n", "ignore-file = not-a-rule , shell-form-cmd --", uint(0))
	f.Fuzz(func(t *testing.T, dockerfile, comment string, line uint) {
		src := insertComment(dockerfile, comment, line)
		with := aboutContainers(src, rules.Options{})
		without := aboutContainers(src, rules.Options{NoInline: true})
		got := append(places(with.Findings), places(with.Suppressed)...)
		slices.Sort(got)
		want := places(without.Findings)
		slices.Sort(want)
		assert.DeepEqual(t, got, want)
		for _, held := range with.Suppressed {
			assert.Assert(t, named(src, held), "%s is held back by nothing in %q", held.Rule.Code, src)
		}
	})
}

// aboutContainers lints without the rules that are about comments.
func aboutContainers(dockerfile string, options rules.Options) *rules.Result {
	options.Ignore = []string{"EP002", "EP003"}
	l := rules.Linter{Modules: all.Modules(), Options: options}
	return l.Lint("Dockerfile", []byte(dockerfile))
}

// insertComment puts a suppression above one of the lines.
func insertComment(dockerfile, comment string, line uint) string {
	lines := strings.SplitAfter(dockerfile, "\n")
	at := int(line % uint(len(lines)))
	comment, _, _ = strings.Cut(comment, "\n")
	return strings.Join(slices.Insert(lines, at, "# entrylint "+comment+"\n"), "")
}

func places(findings []rules.Finding) []string {
	var all []string
	for _, f := range findings {
		all = append(all, fmt.Sprint(f.Rule.Code, f.At, f.Message))
	}
	return all
}

// named reports whether some comment of the file has a word for the finding.
func named(dockerfile string, f rules.Finding) bool {
	for line := range strings.SplitSeq(dockerfile, "\n") {
		if strings.Contains(line, "hadolint") || strings.Contains(line, "check") {
			return true
		}
		line, _, _ = strings.Cut(line, "--")
		if !strings.Contains(line, "entrylint") {
			continue
		}
		for _, word := range []string{f.Rule.Code, f.Rule.Name, f.Module.Name} {
			if strings.Contains(strings.ToLower(line), strings.ToLower(word)) {
				return true
			}
		}
	}
	return false
}
