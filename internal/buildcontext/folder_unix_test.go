//go:build unix

package buildcontext_test

import (
	"io/fs"
	"os"
	"syscall"
	"testing"

	"gotest.tools/v3/assert"
)

// What a context says cannot make the linter read what is not in it.
func TestNothingOutsideIsRead(t *testing.T) {
	tree(t, "secret", "in/Dockerfile", "in/sub/file", "in/large")
	for link, to := range map[string]string{"in/out": "../secret", "in/up": "..", "in/abs": "/etc/passwd", "in/loop": "loop", "in/good": "sub/file", "in/dir": "sub"} {
		assert.NilError(t, os.Symlink(to, link))
	}
	assert.NilError(t, syscall.Mkfifo("in/pipe", 0o600))
	assert.NilError(t, os.Truncate("in/large", 1<<34))
	all := find("in/Dockerfile", "", "COPY . /").FS
	for _, name := range []string{"out", "up/secret", "abs", "loop", "pipe", "large", "../secret", "/etc/passwd", "", "nothing"} {
		_, err := fs.ReadFile(all, name)
		assert.Assert(t, err != nil, name)
	}
	for _, name := range []string{"good", "dir/file", "sub/file"} {
		text, err := fs.ReadFile(all, name)
		assert.NilError(t, err)
		assert.Equal(t, string(text), "in/sub/file")
	}
	link, err := fs.ReadLink(all, "good")
	assert.NilError(t, err)
	assert.Equal(t, link, "sub/file")
	info, err := fs.Lstat(all, "out")
	assert.NilError(t, err)
	assert.Assert(t, info.Mode()&fs.ModeSymlink != 0)
	entries, err := fs.ReadDir(all, ".")
	assert.NilError(t, err)
	assert.Equal(t, len(entries), 10)
}

// Thousands of files are linted by one process.
func TestNothingStaysOpen(t *testing.T) {
	tree(t, "Dockerfile", "run.sh")
	before := descriptors(t)
	for range 50 {
		all := find("Dockerfile", "", "COPY run.sh /").FS
		_, err := fs.ReadFile(all, "run.sh")
		assert.NilError(t, err)
		_, err = fs.Stat(all, "run.sh")
		assert.NilError(t, err)
	}
	assert.Assert(t, descriptors(t) < before+25)
}

// descriptors counts what is open, after what the collector would close is
// still there: it has had no time.
func descriptors(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/dev/fd")
	assert.NilError(t, err)
	return len(entries)
}

func TestModes(t *testing.T) {
	tree(t, ".git/", "Dockerfile", "sub/Dockerfile")
	for config, want := range map[string]bool{
		"[core]\n\tfilemode = false\n":                              false,
		"[core]\n\tfilemode = true\n":                               true,
		"[Core]\nFileMode=no # as on a share\n":                     false,
		"[core] fileMode = \"off\"\n":                               false,
		"[core]\n\tfilemode\n":                                      true,
		"[core \"x\"]\n\tfilemode = false\n":                        true,
		"[core]\n\tbare = false\n[other]\n\tfilemode = false\n":     true,
		"[core]\n\tfilemode = false\n[core]\n\tfilemode = true\n[a": true,
		"": true,
	} {
		assert.NilError(t, os.WriteFile(".git/config", []byte(config), 0o600))
		assert.Equal(t, find("sub/Dockerfile", "", "").Modes, want, config)
	}
	assert.NilError(t, os.Remove(".git/config"))
	assert.Assert(t, find("Dockerfile", "", "").Modes)
}
