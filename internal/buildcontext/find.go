// Package buildcontext finds the build context of a Dockerfile on disk.
package buildcontext

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// Finder finds build contexts. It is safe for concurrent use; the contexts are
// not.
type Finder struct {
	modes sync.Map // func() bool by the top of a repository
}

// Of returns the context of the Dockerfile that stands at a path, "" for one
// that stands nowhere. settled is the folder that the user says it is; without
// one it is looked for: docker build takes any folder. It is nil where there is
// none that could be read. No file of it stays open.
func (f *Finder) Of(file *parser.File, at, settled string) *rootfs.Context {
	root, certain := place{settled, settled}, true
	var rivals []place
	switch {
	case settled != "":
	case at == "" || dockerfiles.IsOpenFile(at):
		return nil
	default:
		root, rivals, certain = rootOf(file, filepath.Dir(at))
	}
	if info, err := os.Stat(root.path); err != nil || !info.IsDir() {
		return nil
	}
	var beside folder
	if at != "" {
		beside = folder(filepath.Dir(at))
	}
	return &rootfs.Context{
		FS:      folder(root.path),
		Name:    func(name string) string { return path.Join(filepath.ToSlash(root.shown), name) },
		Certain: certain,
		Modes:   f.hasModes(root.path),
		Ignored: ignored(folder(root.path), beside, filepath.Base(at)),
		Doubted: doubted(rivals),
	}
}

// doubted tells what stands in other folders that may be the context.
func doubted(rivals []place) func(name string) bool {
	if len(rivals) == 0 {
		return nil
	}
	return func(name string) bool {
		return slices.ContainsFunc(rivals, func(p place) bool {
			_, err := fs.Stat(folder(p.path), name)
			return err == nil
		})
	}
}
