package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/entrylint/entrylint/internal/dockerfiles"
)

// output is where a report goes. A file gets its content at once, when all of
// it is written, and stays as it is if that does not happen.
type output struct {
	io.Writer
	file   *os.File // nil for standard output
	target string   // what file becomes; "" for a device, which is written as it is
}

// open opens the place for a report: standard output for "" and "-".
func (p *program) open(path string) (*output, error) {
	if path == "" || path == "-" {
		return &output{Writer: p.stdout}, nil
	}
	out, err := openOutput(path)
	if err != nil {
		return nil, fmt.Errorf("--output %s: %w", path, reason(err))
	}
	return out, nil
}

func openOutput(path string) (*output, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // the file is replaced, not the link
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return openBeside(path)
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("a folder")
	case !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &output{Writer: f, file: f}, err
	case dockerfiles.Named(filepath.Base(path)):
		return nil, errors.New("the report would overwrite this Dockerfile")
	}
	out, err := openBeside(path)
	if err == nil {
		err = out.file.Chmod(info.Mode().Perm())
	}
	return out, err
}

// openBeside makes a file in the folder of path, for a rename works only there.
func openBeside(path string) (*output, error) {
	name := fmt.Sprintf(".%s.%x", filepath.Base(path), rand.Uint64())
	f, err := os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	return &output{Writer: f, file: f, target: path}, err
}

// keep puts what was written in its place.
func (o *output) keep() error {
	if o.file == nil {
		return nil
	}
	if err := o.file.Close(); err != nil || o.target == "" {
		return err
	}
	if err := os.Rename(o.file.Name(), o.target); err != nil {
		return err
	}
	o.target = ""
	return nil
}

// discard removes what was written, unless it was kept.
func (o *output) discard() {
	if o.target != "" {
		o.file.Close()
		os.Remove(o.file.Name()) //nolint:errcheck // there is nothing left to do about it
	}
}
