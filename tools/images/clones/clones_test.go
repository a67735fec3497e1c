package clones

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"gotest.tools/v3/assert"
)

func clone(t *testing.T, dir string, bare bool) {
	t.Helper()
	work := t.TempDir()
	assert.NilError(t, os.WriteFile(filepath.Join(work, "file"), []byte("text\n"), 0o644))
	assert.NilError(t, os.Symlink("file", filepath.Join(work, "link")))
	assert.NilError(t, os.Symlink("../outside", filepath.Join(work, "out")))
	assert.NilError(t, os.Symlink("nowhere", filepath.Join(work, "dangling")))
	assert.NilError(t, os.Mkdir(filepath.Join(work, "folder"), 0o755))
	assert.NilError(t, os.WriteFile(filepath.Join(work, "folder", "empty"), nil, 0o644))
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "First"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir = work
		out, err := cmd.CombinedOutput()
		assert.NilError(t, err, string(out))
	}
	args := []string{"clone", "-q", work, dir}
	if bare {
		args = append(args, "--bare")
	}
	out, err := exec.Command("git", args...).CombinedOutput()
	assert.NilError(t, err, string(out))
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	clone(t, filepath.Join(dir, "one", "work"), false)
	clone(t, filepath.Join(dir, "two+Bare", "repo"), true)
	clone(t, filepath.Join(dir, "three", "bare.git"), true)
	assert.NilError(t, os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o644))
	f, err := Open(dir, [][]string{{"old/name", "three/bare"}})
	assert.NilError(t, err)
	defer f.Close()
	for url, want := range map[string]string{
		"https://example.org/one/work.git": "one/work", "one/work": "one/work", "https://example.org/Two/bare/": "two/Bare",
		"git://example.org/old/name.git": "three/bare", "git@example.org:one/work": "one/work", "https://example.org/not/here": "",
	} {
		name := ""
		for _, r := range f.Repos(url) {
			name += r.Name
		}
		assert.Equal(t, name, want, url)
	}
	assert.DeepEqual(t, f.Missing(), []string{"not/here"})
}

func TestRepo(t *testing.T) {
	dir := t.TempDir()
	clone(t, filepath.Join(dir, "a", "b"), false)
	f, err := Open(dir, nil)
	assert.NilError(t, err)
	defer f.Close()
	r := f.Repos("a/b")[0]
	for _, c := range []struct {
		path, want string
		ok         bool
	}{
		{"file", "text\n", true},
		{"link", "text\n", true},
		{"folder/empty", "", true},
		{"out", "", false},
		{"dangling", "", false},
		{"folder", "", false},
		{"no such file", "", false},
		{"two\nlines", "", false},
		{"link", "text\n", true}, // answers stay in step
	} {
		text, ok := r.File("HEAD", c.path)
		assert.Equal(t, text, c.want, c.path)
		assert.Equal(t, ok, c.ok, c.path)
	}
	assert.Assert(t, r.Has("HEAD"))
	assert.Assert(t, !r.Has("1234567890123456789012345678901234567890"))
	assert.Assert(t, !r.Has(""))
	assert.Assert(t, r.Newest() > 1_700_000_000)
}
