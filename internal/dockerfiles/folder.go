package dockerfiles

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folder searches the folder at path; inside is the way to it from the top of
// what rules are about, "" or ending in "/".
func (s *search) folder(path, inside string, rules *ignores) bool {
	entries, err := s.readDir(path)
	if err != nil && !s.failed(path, err) {
		return false
	}
	rules = enter(path, inside, entries, rules)
	for _, name := range candidates(entries) {
		deeper, isFolder := strings.CutSuffix(name, "/")
		switch {
		case rules.ignored(inside+deeper, isFolder):
			if !isFolder {
				s.ignored++
			}
		case isFolder:
			if !s.folder(filepath.Join(path, deeper), inside+name, rules) {
				return false
			}
		case !s.entry(filepath.Join(path, name)):
			return false
		}
	}
	return true
}

// enter adds the rules that begin with a folder: its .gitignore and, where it
// is a repository of its own, that alone.
func enter(path, inside string, entries []fs.DirEntry, rules *ignores) *ignores {
	has := func(name string) bool {
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
	}
	if has(".git") {
		rules = excludes(path, len(inside))
	}
	if has(".gitignore") {
		rules = rules.read(filepath.Join(path, ".gitignore"), len(inside))
	}
	return rules
}

// candidates returns the folders and what is named like a Dockerfile. Folders
// end in a slash, so that what they hold is sorted in among the other paths.
func candidates(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		switch {
		case e.IsDir() && e.Name() != ".git":
			names = append(names, e.Name()+"/")
		case !e.IsDir() && Named(e.Name()):
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}

// entry yields what a search found, a link to a file included.
func (s *search) entry(path string) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return s.failed(path, err)
	case info.Mode().IsRegular():
		return s.file(path)
	default:
		return true
	}
}
