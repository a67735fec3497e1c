package scene_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/scene"
)

const full = `Why.
-- Dockerfile --
FROM a
-- bin/run.sh 755 crlf bom --
#!/bin/sh
x
-- last noeol --
a

-- go link=bin/run.sh --
-- .dockerignore --
*.md
-- good/Dockerfile --
FROM b
-- good/last 600 --
b
-- want --
1:1
-- engine --
file srv
run IMAGE
-- good/engine --
run IMAGE
`

func TestFiles(t *testing.T) {
	files, err := scene.Files(txtar.Parse([]byte(full)), scene.Bad)
	assert.NilError(t, err)
	assert.DeepEqual(t, files, []scene.File{
		{Name: "Dockerfile", Data: []byte("FROM a\n"), Mode: 0o644},
		{Name: "bin/run.sh", Data: []byte("\xEF\xBB\xBF#!/bin/sh\r\nx\r\n"), Mode: 0o755},
		{Name: "last", Data: []byte("a"), Mode: 0o644},
		{Name: "go", Data: []byte{}, Mode: 0o644, Link: "bin/run.sh"},
		{Name: ".dockerignore", Data: []byte("*.md\n"), Mode: 0o644},
		{Name: "srv", Data: []byte("\x7fELF\x00"), Mode: 0o755, Program: true},
	})
	files, err = scene.Files(txtar.Parse([]byte(full)), scene.Good)
	assert.NilError(t, err)
	assert.DeepEqual(t, files, []scene.File{
		{Name: "Dockerfile", Data: []byte("FROM b\n"), Mode: 0o644},
		{Name: "last", Data: []byte("b\n"), Mode: 0o600},
	})
}

func TestFilesRefuses(t *testing.T) {
	for _, header := range []string{"a 999", "a 1777", "a exec", "../a", "/a", "a//b"} {
		_, err := scene.Files(txtar.Parse([]byte("-- "+header+" --\n")), scene.Bad)
		assert.ErrorContains(t, err, header)
	}
}

// What rules see and what the engine gets are the same files.
func TestWriteIsFS(t *testing.T) {
	files, err := scene.Files(txtar.Parse([]byte(full)), scene.Bad)
	assert.NilError(t, err)
	dir := t.TempDir()
	assert.NilError(t, scene.Write(dir, files))
	all := scene.FS(files)
	for _, f := range files {
		want, err := fs.Stat(all, f.Name)
		assert.NilError(t, err)
		got, err := os.Stat(filepath.Join(dir, f.Name))
		assert.NilError(t, err)
		assert.Equal(t, got.Mode(), want.Mode(), f.Name)
		text, err := os.ReadFile(filepath.Join(dir, f.Name))
		assert.NilError(t, err)
		same, err := fs.ReadFile(all, f.Name)
		assert.NilError(t, err)
		assert.Equal(t, string(text), string(same), f.Name)
	}
}

func TestContext(t *testing.T) {
	c, err := scene.Context(txtar.Parse([]byte(full)), scene.Bad)
	assert.NilError(t, err)
	assert.Assert(t, c.Certain && c.Modes && c.Ignored("a.md") && !c.Ignored("last"))
	alone, err := scene.Context(txtar.Parse([]byte("-- Dockerfile --\nFROM a\n-- want --\n")), scene.Bad)
	assert.NilError(t, err)
	assert.Assert(t, alone == nil)
}
