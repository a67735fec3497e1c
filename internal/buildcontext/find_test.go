package buildcontext_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// tree makes files in a new folder and goes there. A name that ends in a slash
// is a folder.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		assert.NilError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		if !strings.HasSuffix(name, "/") {
			assert.NilError(t, os.WriteFile(name, []byte(name), 0o644))
		}
	}
}

func find(at, settled, lines string) *rootfs.Context {
	f, _ := parser.Parse(at, []byte("FROM debian:12\n"+lines+"\n"))
	var finder buildcontext.Finder
	return finder.Of(f, at, settled)
}

func TestRoot(t *testing.T) {
	files := []string{
		".git/", "go.mod", "app/main.go", "app/start.sh", "app/docker/Dockerfile", "app/docker/run.sh", "app/docker/src/a.js",
	}
	for _, test := range []struct {
		lines   string
		root    string // what a report calls the file x of it
		certain bool
	}{
		{"COPY run.sh /", "app/docker/x", true},
		{"COPY start.sh /", "app/x", true},
		{"ADD ./start.sh /main.go /", "app/x", true},
		{"COPY app/start.sh go.mod /", "x", true},
		{"COPY start.sh app/docker/run.sh go.mod /", "x", false}, // no folder has them all
		{"COPY dist/app.js /", "app/docker/x", false},
		{"COPY . /", "app/docker/x", false},
		{"COPY . /\nCOPY start.sh /", "app/x", true},
		{"COPY * /", "app/docker/x", false},
		{"COPY *.mod /", "x", false},
		{"COPY start.sh *.mod /", "app/x", true}, // a pattern need not match
		{"COPY src/*.js /", "app/docker/x", true},
		{"COPY --from=build start.sh /", "app/docker/x", false},
		{"ADD https://example.com/start.sh git@example.com:a/b.git /", "app/docker/x", false},
		{"COPY $A start$B.sh /", "app/docker/x", false},
		{"COPY <<start.sh /\nstart.sh", "app/docker/x", false},
		{"ONBUILD COPY start.sh /", "app/docker/x", false}, // from the child's context
		{`COPY ["start.sh", "/"]`, "app/x", true},
		{"COPY nothing", "app/docker/x", false}, // refused by BuildKit
		{"", "app/docker/x", false},
	} {
		tree(t, files...)
		c := find("app/docker/Dockerfile", "", test.lines)
		assert.Equal(t, c.Name("x"), test.root, test.lines)
		assert.Equal(t, c.Certain, test.certain, test.lines)
	}
}

// Two folders may be the context: what both have may be either.
func TestDoubted(t *testing.T) {
	tree(t, ".git/", "e.sh", "same.sh", "docker/Dockerfile", "docker/e.sh", "docker/own.sh", "docker/same.sh")
	for _, test := range []struct {
		lines            string
		certain          bool
		doubted, settled string
	}{
		{"COPY . /app", false, "e.sh", "own.sh"},
		{"COPY e.sh /", false, "e.sh", "own.sh"},
		{"COPY e.sh own.sh /", true, "", "e.sh"},
		{"COPY e.sh gone.sh /", false, "same.sh", "own.sh"}, // no folder has all
		{"COPY own.sh gone.sh /", false, "e.sh", "own.sh"},
		{"COPY *.sh /", false, "e.sh", "own.sh"},
	} {
		c := find("docker/Dockerfile", "", test.lines)
		assert.Equal(t, c.Name("x"), "docker/x", test.lines)
		assert.Equal(t, c.Certain, test.certain, test.lines)
		assert.Assert(t, c.Doubted == nil || !c.Doubted(test.settled), test.lines)
		assert.Assert(t, test.doubted == "" || c.Doubted(test.doubted), test.lines)
	}
	assert.Assert(t, find("docker/Dockerfile", "docker", "COPY . /").Doubted == nil)
}

// A folder of a version is the context, though the file it was made from stands
// at the top.
func TestFolderOfAVersionIsNotDoubted(t *testing.T) {
	tree(t, ".git/", "e.sh", "16/Dockerfile", "16/e.sh")
	c := find("16/Dockerfile", "", "COPY e.sh /")
	assert.Equal(t, c.Name("x"), "16/x")
	assert.Assert(t, c.Certain && c.Doubted == nil)
}

func TestNames(t *testing.T) {
	tree(t, ".git/", "start.sh", "app/Dockerfile")
	top, err := os.Getwd()
	assert.NilError(t, err)
	t.Chdir("app")
	assert.Equal(t, find("Dockerfile", "", "COPY start.sh /").Name("a/x"), "../a/x")
	assert.Equal(t, find("../app/Dockerfile", "", "COPY start.sh /").Name("x"), "../x")
	assert.Equal(t, find("Dockerfile", "..", "").Name("x"), "../x")
	assert.Equal(t, find(filepath.Join(top, "app", "Dockerfile"), "", "COPY start.sh /").Name("x"), filepath.ToSlash(filepath.Join(top, "x")))
}

// Without a repository nothing tells how far up one may look.
func TestOutsideARepository(t *testing.T) {
	tree(t, "start.sh", "app/Dockerfile")
	c := find("app/Dockerfile", "", "COPY start.sh /")
	assert.Assert(t, c.Name("x") == "app/x" && !c.Certain)
}

func TestSettled(t *testing.T) {
	tree(t, ".git/", "start.sh", "app/Dockerfile", "other/")
	c := find("app/Dockerfile", "other", "COPY start.sh /")
	assert.Assert(t, c.Name("x") == "other/x" && c.Certain)
	assert.Assert(t, find("", "other", "").Certain) // standard input
	assert.Assert(t, find("", "", "COPY start.sh /") == nil)
	assert.Assert(t, find("app/Dockerfile", "nowhere", "") == nil)
	assert.Assert(t, find("nowhere/Dockerfile", "", "") == nil)
	assert.Assert(t, find("/dev/stdin", "", "") == nil)
}

func TestIgnored(t *testing.T) {
	tree(t, ".git/", ".dockerignore", "a/Dockerfile", "a/b.Dockerfile", "start.sh")
	write := func(name, text string) { assert.NilError(t, os.WriteFile(name, []byte(text), 0o600)) }
	write(".dockerignore", "\xEF\xBB\xBF# what\n/docs\n*.md\n!README.md\n**/*.log\n")
	c := find("a/Dockerfile", "", "COPY start.sh /")
	for path, want := range map[string]bool{"docs": true, "docs/a/b": true, "x.md": true, "README.md": false, "a/x.md": false, "a/b/c.log": true, "x": false} {
		assert.Equal(t, c.Ignored(path), want, path)
	}
	write("a/b.Dockerfile.dockerignore", "x\n")
	c = find("a/b.Dockerfile", "", "COPY start.sh /")
	assert.Assert(t, c.Ignored("x") && !c.Ignored("x.md"))
	write("a/b.Dockerfile.dockerignore", "")
	assert.Assert(t, find("a/b.Dockerfile", "", "COPY start.sh /").Ignored("x.md"))
	write(".dockerignore", "# nothing\n")
	assert.Assert(t, find("a/Dockerfile", "", "COPY start.sh /").Ignored == nil)
	write(".dockerignore", "[\n") // the build stops
	assert.Assert(t, find("a/Dockerfile", "", "COPY start.sh /").Ignored == nil)
}
