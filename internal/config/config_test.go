package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// good are configurations that say something, or nothing.
var good = []string{
	"", "---\n", "# nothing\n", "{}",
	"fail-on: never\nrequire-reason: true\n",
	"rules: {EP101: off, ep102: info, no-shell: error, args: warning}\n",
	"exclude: [vendor, '**/*.tmpl', /a/b/]\ncontext: ../..\n",
	"images:\n  registry/x:1: {entrypoint: [a], cmd: [], env: [A], sh: dash, os: linux, wrapper: node}\n  'y/*': {user: app, workdir: /w, stop-signal: SIGINT}\n",
	"overrides:\n- files: [a]\n  fail-on: error\n  rules: {}\n- files: [b]\n  require-reason: false\n",
}

// bad are mistakes that the schema knows as well.
var bad = []string{
	"- a\n", "a: 1\n", "fail-on: off\n", "fail-on:\n", "rules: [EP101]\n", "rules: {EP101: eror}\n", "rules: {EP101: [off]}\n",
	"require-reason: maybe\n", "require-reason: yes\n", "exclude: a\n", "exclude: ['']\n", "exclude: [/]\n", "context: [a]\n", "images: {a b: {}}\n", "images: {'a[b]': {}}\n",
	"images: {a: {cmd: srv}}\n", "images: {a: {sh: zsh}}\n", "images: {a: {color: red}}\n", "images: {a: }\n",
	"overrides: {files: [a]}\n", "overrides: [{rules: {}}]\n", "overrides: [{files: []}]\n", "overrides: [{files: [a], exclude: [b]}]\n",
}

// worse are mistakes that no schema can tell.
var worse = []string{
	"rules: {EP999: off}\n", "rules: {EP102: off, ep102: error}\n", "rules: {EP102: off, shell-form-cmd: error}\n", "rules: {}\n---\n- [\n", "rules: {}\n...\ngarbage: [\n",
	"require-reason: !!bool yes\n", "rules: !foo {}\n", "exclude: ['./Dockerfile', '../x', 'a//b', ' a', '!a']\n", "images: {scratch: {}}\n", "images: {Debian: {}}\n", "images: {a: {env: [A=b]}}\n", "rules: {EP101: off, EP101: info}\n", "a: &a {}\nrules: *a\n", "exclude: ['[']\n", "---\n---\n", "\t", "a: [\n", "? [a]\n: b\n",
}

func TestRead(t *testing.T) {
	for _, text := range good {
		_, err := config.Read("x", []byte(text), all.Modules())
		assert.NilError(t, err, text)
	}
	for _, text := range append(bad, worse...) {
		_, err := config.Read("x", []byte(text), all.Modules())
		at := (*config.Error)(nil)
		assert.Assert(t, errors.As(err, &at), "%s: %v", text, err)
		assert.Assert(t, at.Line >= 1 && at.Column >= 1 && at.Message != "", text)
	}
}

// A file that is no configuration is told of in a few short lines, at once.
func TestMistakesAreBounded(t *testing.T) {
	for text, want := range map[string]int{
		strings.Repeat("a: 1\n", 3):                                   3,
		"rules:\n" + strings.Repeat("  EP1O1: off\n", 20000):          21,
		"exclude: [" + strings.Repeat("'!a', ", 20000) + "]":          21,
		"overrides: [" + strings.Repeat("{a: 1}, ", 10000) + "]":      21,
		"images: {a: {env: [" + strings.Repeat("A=b, ", 9000) + "]}}": 21,
		"exclude: ['!" + strings.Repeat("a", 100000) + "']":           1,
		"fail-on: !!binary ZXJyb3I=":                                  1,
		"exclude: [[a]]":                                              1,
	} {
		_, err := config.Read("x", []byte(text), all.Modules())
		lines := strings.Split(err.Error(), "\n")
		assert.Equal(t, len(lines), want, "%.200s", err)
		for _, line := range lines {
			assert.Assert(t, len(line) < 350, line)
		}
	}
}

func TestSchemaAgrees(t *testing.T) {
	file, err := os.Open("../../docs/config.schema.json")
	assert.NilError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	assert.NilError(t, err)
	c := jsonschema.NewCompiler()
	assert.NilError(t, c.AddResource("config.schema.json", doc))
	schema, err := c.Compile("config.schema.json")
	assert.NilError(t, err)
	for _, text := range good {
		assert.NilError(t, schema.Validate(asJSON(t, text)), text)
	}
	for _, text := range bad {
		assert.Assert(t, schema.Validate(asJSON(t, text)) != nil, text)
	}
}

// asJSON is what an editor's YAML support hands to its validator.
func asJSON(t *testing.T, text string) any {
	t.Helper()
	var value any
	assert.NilError(t, yaml.Unmarshal([]byte(text), &value), text)
	b, err := json.Marshal(value)
	assert.NilError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	assert.NilError(t, err)
	return doc
}

func TestFor(t *testing.T) {
	c, err := config.Read("a/.entrylint.yaml", []byte("fail-on: error\nrules: {EP101: off}\n"+
		"overrides:\n- files: ['b/**']\n  rules: {EP101: info}\n- files: [c.Dockerfile]\n  fail-on: never\n  rules: {EP102: info}\n"), all.Modules())
	assert.NilError(t, err)
	assert.Equal(t, c.For("a/Dockerfile").Severity["EP101"], rules.Off)
	both := c.For(filepath.FromSlash("a/b/c.Dockerfile"))
	assert.Equal(t, both.Severity["EP101"], rules.Info)
	assert.Equal(t, both.Severity["EP102"], rules.Info)
	assert.Equal(t, both.FailOn, "never")
	c, err = config.Read("x", []byte("require-reason: true\nrules: {EP102: off, shellform: error}\noverrides:\n- files: [a]\n  require-reason: false\n  rules: {shell-form-cmd: info}\n"), all.Modules())
	assert.NilError(t, err)
	assert.Equal(t, c.For("a").Severity["EP102"], rules.Info)
	assert.Equal(t, c.For("b").Severity["EP102"], rules.Off)
	assert.Equal(t, c.For("b").Severity["EP101"], rules.Error)
	assert.Assert(t, !*c.For("a").RequireReason && *c.For("b").RequireReason)
	c, err = config.Read("a/.entrylint.yaml", []byte("fail-on: error\n"), all.Modules())
	assert.NilError(t, err)
	assert.Equal(t, c.For("b/c.Dockerfile").FailOn, "error") // not below the configuration
}

func TestImages(t *testing.T) {
	c, err := config.Read("x", []byte("images:\n  r/app: {cmd: [a]}\n  r/app:2: {cmd: [b]}\n  r/*: {cmd: [c]}\n  'r/*-base:*': {cmd: [d]}\n"), all.Modules())
	assert.NilError(t, err)
	for ref, want := range map[string]string{
		"r/app": "a", "r/app:1": "a", "r/app@sha256:0": "a", "r/app:2": "b", "r/other": "c", "r/other:3": "c", "r/x-base:1": "d", "postgres:16": "postgres",
		"docker.io/r/app": "a", "index.docker.io/r/app:2": "b",
	} {
		got, ok := c.Images.Config(ref)
		assert.Assert(t, ok && len(got.Cmd) == 1 && got.Cmd[0] == want, "%s: %v", ref, got.Cmd)
	}
	hub, err := config.Read("x", []byte("images:\n  docker.io/library/debian:latest: {cmd: [x]}\n"), all.Modules())
	assert.NilError(t, err)
	for _, ref := range []string{"debian", "docker.io/library/debian", "debian:latest"} {
		got, _ := hub.Images.Config(ref)
		assert.DeepEqual(t, got.Cmd, []string{"x"})
	}
	_, ok := c.Images.Config("q/app")
	assert.Assert(t, !ok)
}

// FuzzConfig holds that no text makes the reader panic, and that every mistake
// has a place.
func FuzzConfig(f *testing.F) {
	for _, texts := range [][]string{good, bad, worse} {
		for _, text := range texts {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := config.Read("x", []byte(text), all.Modules())
		assert.Assert(t, (c == nil) != (err == nil))
		if err != nil {
			at := (*config.Error)(nil)
			assert.Assert(t, errors.As(err, &at) && at.Line >= 1 && at.Column >= 1 && at.Message != "", "%v", err)
			return
		}
		c.For("a/b/Dockerfile")
		c.Excludes("a/b/Dockerfile")
		c.Images.Config("debian:12")
	})
}
