package dockerfiles

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"gotest.tools/v3/assert"
)

// A folder without permission stops root nowhere, so the file system is asked
// for the failure.
func TestSearchGoesOnBehindAFolderItCannotRead(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, folder := range []string{"a", "locked/inside", "z"} {
		assert.NilError(t, os.MkdirAll(folder, 0o777))
		assert.NilError(t, os.WriteFile(filepath.Join(folder, "Dockerfile"), nil, 0o666))
	}
	readDir := func(path string) ([]fs.DirEntry, error) {
		if path == "locked" {
			return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
		}
		return os.ReadDir(path)
	}
	run := func(root string) (found, failed []string) {
		s := search{readDir: readDir, yield: func(path string, err error) bool {
			if err != nil {
				assert.ErrorIs(t, err, fs.ErrPermission)
				failed = append(failed, path)
				return true
			}
			found = append(found, filepath.ToSlash(path))
			return true
		}}
		assert.Assert(t, s.given(root))
		return found, failed
	}
	found, failed := run(".")
	assert.DeepEqual(t, found, []string{"a/Dockerfile", "z/Dockerfile"})
	assert.DeepEqual(t, failed, []string{"locked"})

	found, failed = run("locked")
	assert.Equal(t, len(found), 0)
	assert.DeepEqual(t, failed, []string{"locked"}) // and nothing is said of "no Dockerfile found"
}
