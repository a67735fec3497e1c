package buildcontext

import (
	"io"
	"io/fs"
	"os"
)

// folder is a folder of the disk. No link leads out of it, and nothing but
// files and folders can be opened: a named pipe would wait for ever. It holds
// nothing open itself, so that thousands of them need not be closed.
type folder string

// maxFile is more than a script or a Dockerfile has.
const maxFile = 16 << 20

func within[T any](d folder, do func(fs.FS) (T, error)) (T, error) {
	root, err := os.OpenRoot(string(d))
	if err != nil {
		var none T
		return none, err
	}
	defer root.Close()
	return do(root.FS())
}

// Open implements [fs.FS].
func (d folder) Open(name string) (fs.File, error) {
	return within(d, func(in fs.FS) (fs.File, error) {
		info, err := fs.Stat(in, name)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() && !info.Mode().IsRegular() {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
		}
		return in.Open(name)
	})
}

// Stat implements [fs.StatFS].
func (d folder) Stat(name string) (fs.FileInfo, error) {
	return within(d, func(in fs.FS) (fs.FileInfo, error) { return fs.Stat(in, name) })
}

// Lstat implements [fs.ReadLinkFS].
func (d folder) Lstat(name string) (fs.FileInfo, error) {
	return within(d, func(in fs.FS) (fs.FileInfo, error) { return fs.Lstat(in, name) })
}

// ReadLink implements [fs.ReadLinkFS].
func (d folder) ReadLink(name string) (string, error) {
	return within(d, func(in fs.FS) (string, error) { return fs.ReadLink(in, name) })
}

// ReadDir implements [fs.ReadDirFS].
func (d folder) ReadDir(name string) ([]fs.DirEntry, error) {
	return within(d, func(in fs.FS) ([]fs.DirEntry, error) { return fs.ReadDir(in, name) })
}

// ReadFile implements [fs.ReadFileFS]. It refuses what is too large to be
// judged.
func (d folder) ReadFile(name string) ([]byte, error) {
	f, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	return text, err
}
