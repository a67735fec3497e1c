package cli

import (
	"os"
	"regexp"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/dockerfiles"
)

// pre-commit hands over the files that a search would find.
func TestHookMatchesWhatASearchFinds(t *testing.T) {
	hook, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	assert.NilError(t, err)
	pattern := func(key string) *regexp.Regexp {
		line := regexp.MustCompile(`(?m)^  ` + key + `: (.+)$`).FindSubmatch(hook)
		assert.Assert(t, line != nil, key)
		return regexp.MustCompile(string(line[1]))
	}
	files, exclude := pattern("files"), pattern("exclude")
	for _, name := range []string{
		"Dockerfile", "Dockerfile.dev", "Dockerfile.alpine.3.20", "app.Dockerfile", "app.dockerfile", "Containerfile", "Containerfile.x",
		"dockerfile", "Dockerfiles", "Dockerfile-dev", "MyDockerfile", "containerfile", "app.Containerfile", "Dockerfile/README.md",
		".dockerignore", "Dockerfile.dockerignore", "app.Dockerfile.dockerignore", "Dockerfile.DockerIgnore",
		"Dockerfile.tmpl", "Dockerfile.tpl", "Dockerfile.gotmpl", "Dockerfile.template", "Dockerfile.J2", "Dockerfile.jinja", "Dockerfile.jinja2",
		"Dockerfile.erb", "Dockerfile.ejs", "Dockerfile.mustache", "Dockerfile.m4", "Dockerfile.in", "Dockerfile.inside",
		"Dockerfile.bak", "Dockerfile.backup", "Dockerfile.old", "Dockerfile.orig", "Dockerfile.rej", "Dockerfile.save",
		"Dockerfile.swo", "Dockerfile.swp", "Dockerfile.tmp", "Dockerfile~", "app.dockerfile~", ".#Dockerfile.dev", ".#app.Dockerfile",
		"Dockerfile.adoc", "Dockerfile.html", "Dockerfile.json", "Dockerfile.5.md", "Dockerfile.nanorc", "Dockerfile.rst", "Dockerfile.tmLanguage",
		"Dockerfile.tmPreferences", "Dockerfile.tmSnippet", "Dockerfile.vim", "Dockerfile.xml", "Dockerfile.blueprint", "Dockerfile.model",
		"tmplv1.Dockerfile", "Template.dockerfile", "my.template.Dockerfile", "mytemplate.Dockerfile", "README.md", "template",
	} {
		want := dockerfiles.Named(name)
		for _, path := range []string{name, "a/b.c/" + name, "templates/" + name} {
			assert.Check(t, (files.MatchString(path) && !exclude.MatchString(path)) == want, "%s: want %v", path, want)
		}
	}
}
