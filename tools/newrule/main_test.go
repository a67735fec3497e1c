package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
	"gotest.tools/v3/fs"
)

const module = `package demo

func Module() *rules.Module {
	return &rules.Module{
		Rules: []*rules.Rule{
			first,
		},
	}
}
`

func TestCreate(t *testing.T) {
	dir := fs.NewDir(t, "newrule", fs.WithDir("rules", fs.WithDir("demo", fs.WithFile("module.go", module))))
	r := rule{Code: "EP999", Name: "some-new-rule", Module: "demo"}
	assert.NilError(t, r.create(dir.Path()))

	list, err := os.ReadFile(filepath.Join(dir.Path(), "rules", "demo", "module.go"))
	assert.NilError(t, err)
	assert.Assert(t, strings.Contains(string(list), "\t\t\tfirst,\n\t\t\tsomeNewRule,\n"), "%s", list)
	for _, path := range []string{
		"rules/demo/ep999_some_new_rule.go", "rules/demo/ep999_some_new_rule.md",
		"testdata/rules/EP999-some-new-rule/minimal.txtar", "testdata/rules/EP999-some-new-rule/silent.txtar",
	} {
		_, err := os.Stat(filepath.Join(dir.Path(), filepath.FromSlash(path)))
		assert.NilError(t, err)
	}
	assert.ErrorContains(t, r.create(dir.Path()), "EP999 is taken by")
}

func TestCheck(t *testing.T) {
	for _, tc := range []struct {
		rule rule
		want string
	}{
		{rule{Code: "X1", Name: "a", Module: "demo"}, `code "X1" is not EP and three digits`},
		{rule{Code: "EP999", Name: "A_b", Module: "demo"}, `name "A_b" is not`},
		{rule{Code: "EP999", Name: "a", Module: "nowhere"}, `module "nowhere" has no rules/nowhere/module.go`},
	} {
		assert.ErrorContains(t, tc.rule.check(t.TempDir()), tc.want)
	}
}
