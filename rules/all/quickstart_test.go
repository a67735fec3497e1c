package all_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
	"gotest.tools/v3/golden"
)

// The quick start holds the Dockerfiles of four texts about ENTRYPOINT and CMD
// that people learn from; these are the mistakes in them, and nothing else.
func TestQuickstart(t *testing.T) {
	const dir = "../../testdata/quickstart/"
	paths, err := filepath.Glob(dir + "*/Dockerfile*")
	assert.NilError(t, err)
	assert.Equal(t, len(paths), 7)
	var got strings.Builder
	for _, path := range paths {
		src, err := os.ReadFile(path)
		assert.NilError(t, err)
		got.WriteString("== " + strings.TrimPrefix(path, dir) + "\n" + render(lint(string(src))))
	}
	golden.Assert(t, got.String(), "quickstart.golden")
}
