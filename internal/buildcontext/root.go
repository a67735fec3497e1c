package buildcontext

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/parser"
)

// place is a folder.
type place struct{ path, shown string }

// rootOf looks for the context of a Dockerfile in a folder: that folder or, on
// the way up to the top of the repository, the first one that holds all that
// COPY and ADD want. Where none does, it is the one that holds most. Rivals are
// the others that it may be, for a folder that is there for building: those that
// hold all as well or, where none does, all of them.
func rootOf(file *parser.File, dir string) (root place, rivals []place, certain bool) {
	want, forBuilding := sourcesOf(file), isForBuilding(dir)
	most := -1
	for _, p := range upward(dir) {
		n := want.found(p.path, most == want.count())
		if n > most {
			if most >= 0 && n < want.count() {
				rivals = append(rivals, root)
			} else {
				rivals = nil
			}
			root, most = p, n
		} else if n == most || most < want.count() {
			rivals = append(rivals, p)
		}
		if most == want.count() && !forBuilding {
			break
		}
	}
	if !forBuilding {
		rivals = nil
	}
	return root, rivals, len(want.names) > 0 && most == len(want.names) && len(rivals) == 0
}

// isForBuilding reports whether a folder is there to hold what images are built
// with, so that its parent is as good a context: docker build -f docker/Dockerfile
// is run there. Any other folder that has all is the context.
func isForBuilding(dir string) bool {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	return slices.Contains(folders, strings.ToLower(strings.TrimPrefix(filepath.Base(dir), ".")))
}

var folders = []string{"build", "ci", "container", "containers", "deploy", "deployment", "devops", "docker", "dockerfiles", "infra", "ops", "scripts"}

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

// found counts what stands in a folder. Where only all counts, it is done with
// the first that does not.
func (s sources) found(dir string, all bool) int {
	if s.count() == 0 {
		return 0
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return 0
	}
	defer root.Close()
	n := 0
	for _, name := range s.names {
		if _, err := root.Lstat(filepath.FromSlash(name)); err == nil {
			n++
		} else if all {
			return n
		}
	}
	if len(s.names) > 0 {
		return n
	}
	for _, pattern := range s.patterns {
		if matches, err := fs.Glob(root.FS(), pattern); err == nil && len(matches) > 0 {
			n++
		} else if all {
			return n
		}
	}
	return n
}
