package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

// The README's first example prints what the README says, and so does pid1's.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	assert.NilError(t, err)
	example := regexp.MustCompile("(?s)```dockerfile\n(.*?)```\n.*?```text\n(.*?)```").FindSubmatch(readme)
	assert.Assert(t, example != nil, "no example in the README")
	t.Chdir(t.TempDir())
	assert.NilError(t, os.WriteFile("Dockerfile", example[1], 0o600))
	assert.Equal(t, printed(t, findings, "Dockerfile"), string(example[2]))

	picture := regexp.MustCompile(`(?s)    \$ entrylint pid1 (\S+) -- 'Alex!'\n(.*?\n)\n[^ ]`).FindSubmatch(readme)
	assert.Assert(t, picture != nil, "no example of pid1 in the README")
	path := string(picture[1])
	assert.NilError(t, os.MkdirAll(filepath.Dir(path), 0o700))
	assert.NilError(t, os.WriteFile(path, []byte("FROM ubuntu:latest\nRUN apt-get update && apt-get install -y git\n"+
		"CMD [\"World!\"]\nENTRYPOINT [ \"echo\", \"Hello\"]\n"), 0o600))
	want := regexp.MustCompile(`(?m)^    `).ReplaceAllString(string(picture[2]), "")
	assert.Equal(t, strings.TrimSpace(printed(t, clean, "pid1", path, "--", "Alex!")), strings.TrimSpace(want))
}

func printed(t *testing.T, status int, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	assert.Equal(t, Run("", args, strings.NewReader(""), &stdout, &stderr), status, stderr.String())
	return stdout.String()
}
