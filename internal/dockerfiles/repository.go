package dockerfiles

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// root is a folder that is searched, and what git ignores in it.
type root struct {
	above  *ignores
	inside string // the way from the top of the repository, "" or ending in "/"
}

// rootAt finds the repository a folder belongs to. Outside any, and for a
// folder that is itself ignored and yet was asked for, the .gitignore files
// above it do not count.
func rootAt(folder string) root {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return root{}
	}
	if folder, err = filepath.EvalSymlinks(folder); err != nil {
		return root{}
	}
	top, found := Repository(folder)
	if !found || top == folder {
		return root{} // its own files are read on entering it
	}
	rules := excludes(top, 0).read(filepath.Join(top, ".gitignore"), 0)
	inside := ""
	way, err := filepath.Rel(top, folder)
	if err != nil {
		return root{}
	}
	steps := strings.Split(filepath.ToSlash(way), "/")
	for n, step := range steps {
		if rules.ignored(inside+step, true) {
			return root{}
		}
		inside += step + "/"
		if n < len(steps)-1 {
			rules = rules.read(filepath.Join(top, inside, ".gitignore"), len(inside))
		}
	}
	return root{rules, inside}
}

// Repository returns the nearest folder, upward, that holds a .git.
func Repository(folder string) (string, bool) {
	for {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil {
			return folder, true
		}
		above := filepath.Dir(folder)
		if above == folder {
			return "", false
		}
		folder = above
	}
}

// excludes reads the info/exclude of the repository at top. A user's own
// core.excludesFile is left out: what is linted must not depend on who does it.
func excludes(top string, base int) *ignores {
	var none *ignores
	return none.read(filepath.Join(GitFolder(top), "info", "exclude"), base)
}

// GitFolder returns the folder of a repository's data that all of its work
// trees share. In a submodule and in a further work tree, .git is a file that
// tells where it is (gitrepository-layout).
func GitFolder(top string) string {
	git := filepath.Join(top, ".git")
	if text, err := readSmall(git); err == nil {
		git = resolve(top, strings.TrimPrefix(string(text), "gitdir:"))
	}
	if text, err := readSmall(filepath.Join(git, "commondir")); err == nil {
		return resolve(git, string(text))
	}
	return git
}

// readSmall reads a file of a repository's own, which is a line long. Anything
// but a file could make the search wait for ever.
func readSmall(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > 1<<16 {
		return nil, fs.ErrInvalid
	}
	return os.ReadFile(path)
}

func resolve(base, path string) string {
	path = filepath.FromSlash(strings.TrimSpace(path))
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(base, path)
}
