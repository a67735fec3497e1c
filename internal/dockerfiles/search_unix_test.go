//go:build unix

package dockerfiles_test

import (
	"net"
	"os"
	"syscall"
	"testing"

	"gotest.tools/v3/assert"
)

func TestSearchAndLinks(t *testing.T) {
	in(t, "real/Dockerfile", "real/README.md")
	for name, target := range map[string]string{
		"loop": ".", "real/up": "..", "Dockerfile": "real/README.md", "Dockerfile.folder": "real", "z.Dockerfile": "gone", "Dockerfile.self": "Dockerfile.self",
	} {
		assert.NilError(t, os.Symlink(target, name))
	}
	assert.DeepEqual(t, found(t, "."), []string{
		"Dockerfile", "Dockerfile.self: too many levels of symbolic links", "real/Dockerfile", "z.Dockerfile: no such file or directory",
	})
	assert.DeepEqual(t, found(t, "loop/real", "Dockerfile.folder"), []string{"loop/real/Dockerfile", "Dockerfile.folder/Dockerfile"})
}

func TestSearchPassesOverWhatIsNoFile(t *testing.T) {
	in(t, "real/Dockerfile")
	assert.NilError(t, syscall.Mkfifo("Dockerfile.pipe", 0o666))
	assert.NilError(t, os.Symlink("Dockerfile.pipe", "Dockerfile.link"))
	assert.NilError(t, os.Symlink("/dev/null", "Dockerfile.null"))
	socket, err := net.Listen("unix", "Dockerfile.socket")
	assert.NilError(t, err)
	t.Cleanup(func() { assert.Check(t, socket.Close()) })
	assert.DeepEqual(t, found(t, "."), []string{"real/Dockerfile"})
	assert.DeepEqual(t, found(t, "Dockerfile.pipe", "Dockerfile.link", "Dockerfile.null", "Dockerfile.socket", "/dev/stdin"), []string{
		"Dockerfile.pipe: not a file but a named pipe", "Dockerfile.link: not a file but a named pipe", "Dockerfile.null: not a file but a device",
		"Dockerfile.socket: not a file but a socket", "/dev/stdin",
	})
}

// As git does, the search reads no .gitignore that is a link or a pipe.
func TestSearchReadsOnlyRealGitignores(t *testing.T) {
	in(t, "a/Dockerfile", "b/Dockerfile")
	write(t, "rules", "Dockerfile\n")
	assert.NilError(t, os.Symlink("../rules", "a/.gitignore"))
	assert.NilError(t, syscall.Mkfifo("b/.gitignore", 0o666))
	assert.DeepEqual(t, found(t, "."), []string{"a/Dockerfile", "b/Dockerfile"})
}
