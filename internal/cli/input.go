package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/parser"
)

// stdinName is what standard input is called, unless the user has a name for it.
const stdinName = "<stdin>"

// read returns the text at a path, [dockerfiles.Stdin] included. Of a text
// longer than a Dockerfile may be it returns no more than shows that.
func (p *program) read(path string) ([]byte, error) {
	if path == dockerfiles.Stdin {
		return readText(p.stdin, 0)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return readText(f, info.Size())
}

func readText(r io.Reader, size int64) ([]byte, error) {
	const limit = parser.MaxSize + 1
	text := bytes.NewBuffer(make([]byte, 0, min(size, limit)+bytes.MinRead))
	_, err := text.ReadFrom(io.LimitReader(r, limit))
	return text.Bytes(), err
}

// reason drops from an error of the file system what is said anyway: the path,
// and the system call.
func reason(err error) error {
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
