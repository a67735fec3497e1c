package scene

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/launch/rootfs"
)

// FS returns the files with their modes and links.
func FS(files []File) fstest.MapFS {
	all := fstest.MapFS{}
	for _, f := range files {
		if f.Link != "" {
			all[f.Name] = &fstest.MapFile{Data: []byte(f.Link), Mode: fs.ModeSymlink | 0o777}
			continue
		}
		all[f.Name] = &fstest.MapFile{Data: f.Data, Mode: f.Mode}
	}
	return all
}

// Context returns the build context of a twin: all that is in it is known. A
// scene whose Dockerfile stands alone says nothing of a context: nil.
func Context(a *txtar.Archive, twin Twin) (*rootfs.Context, error) {
	files, err := Files(a, twin)
	if err != nil || !slices.ContainsFunc(files, func(f File) bool { return f.Name != "Dockerfile" }) {
		return nil, err
	}
	all := FS(files)
	return &rootfs.Context{
		FS: all, Name: func(path string) string { return path }, Certain: true, Modes: true,
		Ignored: buildcontext.Ignored(all, "Dockerfile"),
	}, nil
}

// Write puts the files into a folder.
func Write(dir string, files []File) error {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if f.Link != "" {
			if err := os.Symlink(f.Link, path); err != nil {
				return err
			}
			continue
		}
		if err := os.WriteFile(path, f.Data, f.Mode); err != nil {
			return err
		}
		if err := os.Chmod(path, f.Mode); err != nil { // whatever the umask is
			return err
		}
	}
	return nil
}
