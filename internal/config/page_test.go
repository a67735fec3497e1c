package config_test

import (
	"os"
	"regexp"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/rules/all"
)

// The example of the page is read, and says what the schema allows.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	assert.NilError(t, err)
	example := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(page)
	assert.Assert(t, example != nil)
	c, err := config.Read(".entrylint.yaml", example[1], all.Modules())
	assert.NilError(t, err)
	image, ok := c.Images.Config("company/java:21")
	assert.Assert(t, ok && image.Wrapper == "exec")
	assert.Assert(t, c.Excludes("vendor/x/Dockerfile") && c.Excludes("a/Dockerfile.tmpl") && !c.Excludes("Dockerfile"))
}
