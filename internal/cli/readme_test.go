package cli

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

// The README's first example prints what the README says.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	assert.NilError(t, err)
	example := regexp.MustCompile("(?s)```dockerfile\n(.*?)```\n.*?```text\n(.*?)```").FindSubmatch(readme)
	assert.Assert(t, example != nil, "no example in the README")
	t.Chdir(t.TempDir())
	assert.NilError(t, os.WriteFile("Dockerfile", example[1], 0o600))
	assert.Equal(t, printed(t, findings, "Dockerfile"), string(example[2]))
}

// The pictures of pid1 are those of files in this repository.
func TestReadmePictures(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	assert.NilError(t, err)
	t.Chdir("../..")
	pictures := regexp.MustCompile(`(?ms)^    \$ entrylint (pid1 [^\n]+)\n(.*?\n)\n(?:\S|\z)`).FindAllSubmatch(readme, -1)
	assert.Equal(t, len(pictures), 2)
	for _, picture := range pictures {
		args := strings.Fields(strings.ReplaceAll(string(picture[1]), "'", ""))
		want := regexp.MustCompile(`(?m)^    `).ReplaceAllString(string(picture[2]), "")
		assert.Equal(t, strings.TrimSpace(printed(t, clean, args...)), strings.TrimSpace(want))
	}
}

// The README names the Go of go.mod.
func TestReadmeGo(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	assert.NilError(t, err)
	mod, err := os.ReadFile("../../go.mod")
	assert.NilError(t, err)
	version := regexp.MustCompile(`(?m)^go (\S+)$`).FindSubmatch(mod)
	assert.Assert(t, version != nil && strings.Contains(string(readme), "nothing but Go "+string(version[1])+" or later"))
}

func printed(t *testing.T, status int, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	assert.Equal(t, Run("", args, strings.NewReader(""), &stdout, &stderr), status, stderr.String())
	return stdout.String()
}
