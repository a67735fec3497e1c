package rootfs

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Named lists every file of a base name that COPY and ADD surely put somewhere
// in the image, in order of the paths. Some have another name there.
func (i *Image) Named(name string) []File {
	var found []File
	for _, file := range i.candidates(name, maxVisits) {
		if f := i.Lookup(file); f.Found() && !f.Dir {
			found = append(found, f)
		}
	}
	return found
}

// HoldsData reports whether a file stands where settings and data do: it only
// has the name of a program.
func HoldsData(file string) bool {
	return slices.ContainsFunc([]string{"/etc/", "/usr/share/", "/var/"}, func(dir string) bool { return strings.HasPrefix(file, dir) })
}

// candidates lists where the file may be.
func (i *Image) candidates(name string, budget int) []string {
	var all []string
	for p := i; p != nil && budget > 0; p, budget = p.base.Parent, budget-1 {
		for n := range p.steps {
			if c := p.reading(n).copy; c != nil && c.dest.known {
				all = append(all, c.candidates(name, budget/2)...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (c *copying) candidates(name string, budget int) []string {
	all := []string{path.Join(c.dest.path, name)}
	if path.Base(c.dest.path) == name || !c.dest.slash && c.takes(name) {
		all = append(all, c.dest.path)
	}
	for _, src := range c.sources {
		if src.known && src.doc == nil {
			all = append(all, c.inFolders(src.path, name, budget)...)
		}
	}
	return all
}

// takes reports whether a source is called so: without a folder of its own it
// gets the destination's name.
func (c *copying) takes(name string) bool {
	return slices.ContainsFunc(c.sources, func(src source) bool { return src.known && path.Base(src.path) == name })
}

// inFolders lists the files of that name below a source.
func (c *copying) inFolders(source, name string, budget int) []string {
	var files []string
	switch from := c.from.(type) {
	case contextTree:
		files = from.named(name)
	case stageTree:
		for _, file := range from.candidates(name, budget) {
			files = append(files, file[1:])
		}
	}
	var all []string
	depth := len(strings.Split(relative(source), "/"))
	for _, file := range files {
		parts := strings.Split(file, "/")
		if relative(source) == "." {
			all = append(all, path.Join(c.dest.path, file))
		} else if ok, _ := path.Match(relative(source), strings.Join(parts[:min(depth, len(parts))], "/")); ok && len(parts) > depth {
			all = append(all, path.Join(c.dest.path, strings.Join(parts[depth:], "/")))
		}
	}
	return all
}

// maxEntries is how many files of a context are looked at to find one by name.
const maxEntries = 20000

// named lists the files of the context of a name.
func (b *Build) named(name string) []string {
	ctx := b.context()
	if b.names == nil && ctx != nil {
		b.names = map[string][]string{}
		entries := 0
		_ = fs.WalkDir(ctx.FS, ".", func(file string, d fs.DirEntry, err error) error {
			if entries++; entries > maxEntries {
				return fs.SkipAll
			}
			switch base := path.Base(file); {
			case err != nil || d.IsDir() && (base == ".git" || base == "node_modules"):
				return fs.SkipDir
			case !d.IsDir() && !ctx.ignored(file):
				b.names[base] = append(b.names[base], file)
			}
			return nil
		})
	}
	return b.names[name]
}
