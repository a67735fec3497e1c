package dockerfiles_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/dockerfiles"
)

// in makes the files in a new folder and goes there.
func in(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		write(t, f, "")
	}
}

// found returns what a search yields: paths, and errors behind theirs.
func found(t *testing.T, paths ...string) []string {
	t.Helper()
	var all []string
	for path, err := range dockerfiles.Search(paths...) {
		path = filepath.ToSlash(path)
		if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
			err = pathErr.Err
		}
		if err != nil {
			path += ": " + err.Error()
		}
		all = append(all, path)
	}
	return all
}

func TestSearchSortsPathsOfOneFolderAndKeepsTheOrderGiven(t *testing.T) {
	in(t, "b/Dockerfile", "a/Dockerfile", "a.Dockerfile", "a-b/Dockerfile", "Dockerfile/z/Dockerfile", "Dockerfile.a", "a/README.md", "x")
	all := found(t, ".")
	assert.DeepEqual(t, all, []string{
		"Dockerfile.a", "Dockerfile/z/Dockerfile", "a-b/Dockerfile", "a.Dockerfile", "a/Dockerfile", "b/Dockerfile",
	})
	assert.Assert(t, slices.IsSorted(all))
	assert.DeepEqual(t, found(t, "./b/", "x", "./a//Dockerfile"), []string{"b/Dockerfile", "x", "a/Dockerfile"})
}

func TestSearchYieldsEachFileOnce(t *testing.T) {
	in(t, "a/Dockerfile", "a/b/Dockerfile")
	whole, err := filepath.Abs("a/Dockerfile")
	assert.NilError(t, err)
	assert.DeepEqual(t, found(t, "a/b", ".", "a/Dockerfile", "./a/../a/Dockerfile", whole, ".", "-", "-"),
		[]string{"a/b/Dockerfile", "a/Dockerfile", "-"})
}

func TestSearchReportsWhatIsNotThere(t *testing.T) {
	in(t, "a/Dockerfile", "empty/README.md", "-", "ignored/Dockerfile", "ignored/b/Dockerfile")
	write(t, "ignored/.gitignore", "Dockerfile\n")
	assert.DeepEqual(t, found(t, "a", "gone", "empty", "./-", "ignored"), []string{
		"a/Dockerfile", "gone: no such file or directory", "empty: no Dockerfile found", "./-",
		"ignored: no Dockerfile found but 2 that git ignores",
	})
}

func TestSearchStopsWhenTold(t *testing.T) {
	in(t, "a/Dockerfile", "b/Dockerfile", "c/Dockerfile")
	for path, err := range dockerfiles.Search(".", "gone") {
		assert.NilError(t, err)
		assert.Equal(t, filepath.ToSlash(path), "a/Dockerfile")
		assert.NilError(t, os.RemoveAll("b")) // so it has not been seen before
		break
	}
}

func TestSearchIsStreamed(t *testing.T) {
	in(t, "a/Dockerfile", "b/Dockerfile")
	var all []string
	for path, err := range dockerfiles.Search(".") {
		assert.NilError(t, err)
		all = append(all, filepath.ToSlash(path))
		write(t, "b/c/Dockerfile", "") // b has not been read yet
	}
	assert.DeepEqual(t, all, []string{"a/Dockerfile", "b/Dockerfile", "b/c/Dockerfile"})
}

func TestSearchReadsPathsByNameThoughGitIgnoresThem(t *testing.T) {
	in(t, ".git/HEAD", "kept/Dockerfile", "vendor/a/Dockerfile", "vendor/own/Dockerfile", "Dockerfile.local")
	write(t, ".gitignore", "vendor/\n*.local\n")
	write(t, "vendor/.gitignore", "own\n")
	assert.DeepEqual(t, found(t, "."), []string{"kept/Dockerfile"})
	assert.DeepEqual(t, found(t, "Dockerfile.local", "vendor"), []string{"Dockerfile.local", "vendor/a/Dockerfile"})
	assert.DeepEqual(t, found(t, "vendor/a", "vendor/own"), []string{"vendor/a/Dockerfile", "vendor/own/Dockerfile"})
}

func TestSearchHonoursGitignoreAboveTheFolder(t *testing.T) {
	in(t, ".git/HEAD", "a/b/c/Dockerfile", "a/b/c/Dockerfile.x", "a/b/Dockerfile.y", "a/b/c/Dockerfile.z")
	write(t, ".gitignore", "*.x\n*.z\n")
	write(t, "a/.gitignore", "b/*.y\n!c/*.z\n!**/c/*.z")
	assert.DeepEqual(t, found(t, "a/b"), []string{"a/b/c/Dockerfile", "a/b/c/Dockerfile.z"})
	t.Chdir("a/b")
	assert.DeepEqual(t, found(t, ".", "../b"), []string{"c/Dockerfile", "c/Dockerfile.z"})
}

func TestSearchHonoursGitignoreOutsideARepository(t *testing.T) {
	in(t, "a/Dockerfile", "a/out/Dockerfile")
	write(t, "a/.gitignore", "out\n")
	assert.DeepEqual(t, found(t, "."), []string{"a/Dockerfile"})
}

func TestSearchAppliesToARepositoryInsideItsOwnRules(t *testing.T) {
	in(t, ".git/HEAD", "Dockerfile", "sub/Dockerfile", "sub/Dockerfile.a", "sub/Dockerfile.b", "tree/Dockerfile.b", "tree/Dockerfile.a", "tree/Dockerfile.c")
	write(t, ".gitignore", "Dockerfile\n")
	write(t, ".git/modules/sub/info/exclude", "*.a\n")
	write(t, "sub/.git", "gitdir: ../.git/modules/sub\n")
	main := t.TempDir()
	write(t, filepath.Join(main, ".git/info/exclude"), "*.c\n")
	write(t, filepath.Join(main, ".git/worktrees/tree/commondir"), "../..\n")
	write(t, "tree/.git", "gitdir: "+filepath.Join(main, ".git/worktrees/tree")+"\n")
	want := []string{"sub/Dockerfile", "sub/Dockerfile.b", "tree/Dockerfile.a", "tree/Dockerfile.b"}
	assert.DeepEqual(t, found(t, "."), want)
	assert.DeepEqual(t, found(t, "sub", "tree"), want)
}
