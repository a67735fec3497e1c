// Package dockerfiles finds the Dockerfiles that paths on a command line mean.
package dockerfiles

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// ErrNone says that a folder holds no Dockerfile that git does not ignore.
var ErrNone = errors.New("no Dockerfile found")

// Search yields the path of every Dockerfile that the given paths mean, each
// once, and an error for every path that is none or cannot be read.
//
// A path of a file is yielded whatever its name, also where git ignores it,
// and [Stdin] as it is. A folder is searched for files that are [Named] like
// Dockerfiles and that git does not ignore; links to folders are not followed
// there, and named pipes, sockets and devices are passed over.
//
// Paths come in the order given, those inside a folder sorted byte by byte,
// and while the search is still going on. Relative paths stay relative.
func Search(paths ...string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		s := search{yield: yield, readDir: os.ReadDir}
		if len(paths) > 1 {
			s.seen = map[string]bool{} // one search meets no path twice
		}
		for _, path := range paths {
			if !s.given(path) {
				return
			}
		}
	}
}

// search is one run. Its methods return false where the caller wants no more.
type search struct {
	yield   func(string, error) bool
	readDir func(string) ([]fs.DirEntry, error)
	seen    map[string]bool // absolute paths, nil where none can come twice
	met     int             // Dockerfiles, also those seen before, and errors
	ignored int             // Dockerfiles left out
}

func (s *search) given(path string) bool {
	if path == Stdin {
		return s.file(path)
	}
	path = clean(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return s.yield(path, err)
	case info.IsDir():
		return s.root(path)
	case info.Mode().IsRegular() || IsOpenFile(path):
		return s.file(path)
	default:
		return s.yield(path, errors.New("not a file but "+kind(info.Mode())))
	}
}

// clean keeps a file called "-" from becoming standard input.
func clean(path string) string {
	if cleaned := filepath.Clean(path); cleaned != Stdin {
		return cleaned
	}
	return "." + string(filepath.Separator) + Stdin
}

// IsOpenFile tells the names of files this process has open already, such as
// /dev/stdin and what a shell makes of <(command): they can be pipes.
func IsOpenFile(path string) bool {
	return path == "/dev/stdin" || strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/")
}

func kind(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	default:
		return "something else"
	}
}

func (s *search) file(path string) bool {
	s.met++
	if s.seen != nil {
		key, err := filepath.Abs(path)
		if path == Stdin || err != nil {
			key = path
		}
		if s.seen[key] {
			return true
		}
		s.seen[key] = true
	}
	return s.yield(path, nil)
}

func (s *search) failed(path string, err error) bool {
	s.met++
	return s.yield(path, err)
}

func (s *search) root(path string) bool {
	met, ignored := s.met, s.ignored
	top := rootAt(path)
	switch {
	case !s.folder(path, top.inside, top.above):
		return false
	case s.met > met:
		return true
	case s.ignored > ignored:
		return s.yield(path, fmt.Errorf("%w but %d that git ignores", ErrNone, s.ignored-ignored))
	default:
		return s.yield(path, ErrNone)
	}
}
