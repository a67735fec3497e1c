package config

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/entrylint/entrylint/rules"
)

// Name is how a configuration is called.
const Name = ".entrylint.yaml"

// misnamed is what others call theirs. One that nobody reads is worse than an
// error.
const misnamed = ".entrylint.yml"

// maxSize is how many bytes of a configuration are read, far more than one has.
const maxSize = 1 << 20

// Find returns the configuration for the files of a folder: the nearest one on
// the way up to the top of the repository, where .git is, and "" where there
// is none. A misspelled name is an [Error].
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, Name)
		if _, err := os.Lstat(file); err == nil || !errors.Is(err, fs.ErrNotExist) {
			return file, nil // reading it says what is wrong
		}
		if file := filepath.Join(dir, misnamed); exists(file) {
			return "", &Error{file, 1, 1, "it is not read under this name: call it " + Name}
		}
		parent := filepath.Dir(dir)
		if exists(filepath.Join(dir, ".git")) || parent == dir {
			return "", nil
		}
		dir = parent
	}
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

// Open reads the configuration at a path.
func Open(path string, modules []*rules.Module) (*Config, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // opening a pipe would wait for ever
		return nil, errors.New("not a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	switch {
	case err != nil:
		return nil, err
	case len(text) > maxSize:
		return nil, &Error{path, 1, 1, "the file is larger than a configuration can be"}
	}
	return Read(path, text, modules)
}
