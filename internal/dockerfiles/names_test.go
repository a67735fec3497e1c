package dockerfiles_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/dockerfiles"
)

func TestNamed(t *testing.T) {
	for _, name := range []string{
		"Dockerfile", "Dockerfile.dev", "Dockerfile.alpine.3.20", "Dockerfile.dockerfile", "app.Dockerfile", "app.dockerfile",
		"my.app.dockerfile", "Containerfile", "Containerfile.debug", "Dockerfile.inside",
	} {
		assert.Check(t, dockerfiles.Named(name), name)
	}
	for _, name := range []string{
		"dockerfile", "Dockerfiles", "Dockerfile-dev", "MyDockerfile", "containerfile", "app.Containerfile", "docker-compose.yml",
		".dockerignore", "Dockerfile.dockerignore", "app.Dockerfile.dockerignore", "Containerfile.dockerignore",
		"Dockerfile.tmpl", "Dockerfile.J2", "Dockerfile.template", "Dockerfile.erb", "Dockerfile.in", "app.Dockerfile.tpl",
		"Dockerfile~", "app.Dockerfile~", "Dockerfile.bak", "Dockerfile.orig", "Dockerfile.rej", "Dockerfile.swp", ".Dockerfile.swp",
		".#Dockerfile.dev", ".#app.Dockerfile", "Dockerfile.5.md", "Dockerfile.nanorc", "Dockerfile.tmLanguage", "Dockerfile.xml",
		"tmplv1.Dockerfile", "Template.dockerfile", "Dockerfile.model", "Dockerfile.slim.blueprint",
	} {
		assert.Check(t, !dockerfiles.Named(name), name)
	}
}
