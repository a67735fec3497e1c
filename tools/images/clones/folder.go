// Package clones reads files of repositories as they were at a commit, from a
// folder of clones. It asks git alone, never the network.
package clones

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Folder is a folder of clones. That of OWNER/NAME stands at OWNER/NAME or
// OWNER+NAME, or in a folder "repo" below that; it may be bare. Names are
// compared without case.
type Folder struct {
	repos   map[string]*Repo
	same    map[string][]string
	missing map[string]bool
}

// Open reads a folder. Each list of moved has the names one repository has had:
// it may be cloned under any of them, and what one clone lacks can be in
// another.
func Open(dir string, moved [][]string) (*Folder, error) {
	f := &Folder{repos: map[string]*Repo{}, same: map[string][]string{}, missing: map[string]bool{}}
	for _, names := range moved {
		for _, name := range names {
			f.same[strings.ToLower(name)] = names
		}
	}
	owners, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range owners {
		if owner, name, ok := strings.Cut(e.Name(), "+"); ok {
			f.add(owner+"/"+name, filepath.Join(dir, e.Name()))
			continue
		}
		names, _ := os.ReadDir(filepath.Join(dir, e.Name())) // a file has none
		for _, n := range names {
			f.add(e.Name()+"/"+n.Name(), filepath.Join(dir, e.Name(), n.Name()))
		}
	}
	return f, nil
}

func (f *Folder) add(name, dir string) {
	name = strings.TrimSuffix(name, ".git")
	for _, dir := range []string{dir, filepath.Join(dir, "repo")} {
		if isClone(dir) {
			f.repos[strings.ToLower(name)] = &Repo{Name: name, dir: dir}
			return
		}
	}
}

// isClone reports whether a folder is a bare repository or has one as .git.
func isClone(dir string) bool {
	for _, head := range []string{"HEAD", filepath.Join(".git", "HEAD")} {
		if _, err := os.Stat(filepath.Join(dir, head)); err == nil {
			return true
		}
	}
	return false
}

// Repos returns the clones of what a URL or OWNER/NAME names: first the one of
// that name, then those of its other names.
func (f *Folder) Repos(url string) []*Repo {
	name := Name(url)
	var all []*Repo
	for _, n := range append([]string{name}, f.same[strings.ToLower(name)]...) {
		if r := f.repos[strings.ToLower(n)]; r != nil && !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	if all == nil {
		f.missing[name] = true
	}
	return all
}

// Missing lists the repositories that were asked for and have no clone.
func (f *Folder) Missing() []string { return slices.Sorted(maps.Keys(f.missing)) }

// Close ends the processes that read the clones.
func (f *Folder) Close() {
	for _, r := range f.repos {
		r.close()
	}
}

// Name returns OWNER/NAME of a repository's URL.
func Name(url string) string {
	url = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(url), "/"), ".git")
	parts := strings.FieldsFunc(url, func(c rune) bool { return c == '/' || c == ':' })
	return strings.Join(parts[max(0, len(parts)-2):], "/")
}
