package config_test

import (
	"encoding/json"
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
	assert.Assert(t, c.For("test/Dockerfile").FailOn == "error" && !*c.For("test/Dockerfile").RequireReason)
	assert.Assert(t, c.Excludes("vendor/x/Dockerfile") && c.Excludes("a/Dockerfile.tmpl") && !c.Excludes("Dockerfile"))
}

// The page has every key of the schema.
func TestPageHasEveryKey(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	assert.NilError(t, err)
	text, err := os.ReadFile("../../docs/config.schema.json")
	assert.NilError(t, err)
	var schema struct {
		Properties map[string]any
		Defs       struct {
			Image struct{ Properties map[string]any }
		} `json:"$defs"`
	}
	assert.NilError(t, json.Unmarshal(text, &schema))
	for key := range schema.Properties {
		assert.Check(t, regexp.MustCompile(`(?m)^`+key+`:`).Match(page), key)
	}
	for key := range schema.Defs.Image.Properties {
		assert.Check(t, regexp.MustCompile("(?m)^\\| .*`"+key+"`.* \\|").Match(page), key)
	}
}
