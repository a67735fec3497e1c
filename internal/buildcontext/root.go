package buildcontext

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/parser"
)

// place is a folder.
type place struct{ path, shown string }

// rootOf looks for the context of a Dockerfile in a folder: that folder or, on
// the way up to the top of the repository, the first one that holds all that
// COPY and ADD want. Where none does, it is the one that holds most. certain
// tells that something shows it.
func rootOf(file *parser.File, dir string) (root place, certain bool) {
	want := sourcesOf(file)
	most := -1
	for _, p := range upward(dir) {
		n := want.found(p.path)
		if n > most {
			root, most = p, n
		}
		if n == want.count() {
			break
		}
	}
	return root, len(want.names) > 0 && most == len(want.names)
}

// upward lists a folder and those above it in its repository.
func upward(dir string) []place {
	all := []place{{dir, dir}}
	at, err := filepath.Abs(dir)
	if err != nil {
		return all
	}
	all[0].path = at
	top, found := dockerfiles.Repository(at)
	for shown := dir; found && at != top; {
		if at = filepath.Dir(at); filepath.IsAbs(dir) {
			shown = at
		} else {
			shown = filepath.Join(shown, "..")
		}
		all = append(all, place{at, shown})
	}
	return all
}

// found counts what stands in a folder.
func (s sources) found(dir string) int {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return 0
	}
	defer root.Close()
	n := 0
	for _, name := range s.names {
		if _, err := root.Lstat(filepath.FromSlash(name)); err == nil {
			n++
		}
	}
	if len(s.names) > 0 {
		return n
	}
	for _, pattern := range s.patterns {
		if matches, err := fs.Glob(root.FS(), pattern); err == nil && len(matches) > 0 {
			n++
		}
	}
	return n
}
