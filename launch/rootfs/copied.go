package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// copied tells what a COPY or ADD puts at a path; it reports false where it
// leaves alone what is there.
func (s *search) copied(i *Image, n int, c *copying, at *place) (File, bool) {
	rel, ok := inside(at.file, c.dest.path)
	if !ok {
		return File{}, false
	}
	if !c.dest.known {
		return c.stamp(File{}, somewhere(c, at))
	}
	l := landing{search: s, image: i, step: n, copying: c, rel: rel, at: at}
	for _, src := range slices.Backward(c.sources) {
		if f, done := l.source(src); done {
			return c.stamp(f, true)
		}
	}
	return File{}, false
}

// stamp says who put a file there.
func (c *copying) stamp(f File, done bool) (File, bool) {
	if !f.Found() && !f.lands {
		f.made = f.made || done
		return f, done
	}
	f.By, f.of = c.by, c.of
	f.mode = c.mode.after(f.mode)
	return f, done
}

// somewhere is about a destination that is not known: what has the name of the
// file that is looked for may be it.
func somewhere(c *copying, at *place) bool {
	name := path.Base(at.file)
	at.made = true
	if !c.dest.slash && c.dest.base != "" && path.Ext(c.dest.base) != "" {
		return c.dest.base == name
	}
	return c.dest.base == name || slices.ContainsFunc(c.sources, func(src source) bool {
		base, known := src.base()
		return !known || base == name
	})
}

// landing is one COPY or ADD as it concerns one path, rel below its
// destination.
type landing struct {
	*search
	*copying
	image *Image
	step  int
	rel   string
	at    *place
}

func (l *landing) source(src source) (File, bool) {
	base, known := src.base()
	switch {
	case src.doc != nil:
		return l.file(src.path, func() File { return File{State: Inline, doc: src.doc, mode: plain} })
	case !known:
		return File{}, true
	case !src.known:
		return l.file(base, func() File { return File{} })
	case l.add && isRemote(src.path):
		return l.remote(src.path)
	case l.parents:
		return l.withParents(src.path)
	case strings.ContainsAny(src.path, "*?["):
		return l.glob(src.path)
	}
	return l.plain(src.path)
}

// file is about a source that is a file: it gets its own name in a folder, else
// that of the destination.
func (l *landing) file(base string, get func() File) (File, bool) {
	if l.rel != "." && l.rel != base {
		return File{}, false
	}
	switch l.intoFolder(base) {
	case shell.Yes:
		return lands(l.rel == base, get)
	case shell.No:
		return lands(l.rel == ".", get)
	}
	return File{}, true
}

func lands(here bool, get func() File) (File, bool) {
	if !here {
		return File{}, false
	}
	f := get()
	f.lands = true
	return f, true
}

// intoFolder tells whether the destination is a folder before a file of that
// name is copied to it. A name with an extension, or the same name again, is
// meant for a file.
func (l *landing) intoFolder(base string) shell.Answer {
	if l.dest.slash {
		return shell.Yes
	}
	is := l.search.folder(l.image, l.step, l.dest.path)
	if to := path.Base(l.dest.path); is == shell.NotKnown && (to == base || namesFile(to)) {
		return shell.No
	}
	return is
}

// plain is about a source without wildcards: a file, or a folder whose contents
// are copied.
func (l *landing) plain(name string) (File, bool) {
	base := path.Base(path.Clean("/" + name))
	switch l.from.kind(l.search, name) {
	case isFile:
		if l.unpack && (isArchive(name) || l.from.packed(name)) {
			return File{}, true
		}
		return l.file(base, func() File { return l.get(name, true) })
	case isFolder:
		return l.contents(name)
	case isMissing:
		l.at.made = l.at.made || !namesFile(base) || l.unpack && isArchive(name)
		return l.file(base, func() File { return File{} })
	}
	return l.anything(name, base)
}

func (l *landing) contents(name string) (File, bool) {
	if l.rel == "." {
		return File{State: Copied, Dir: true}, true
	}
	f := l.get(path.Join(name, l.rel), false)
	return f, f.State != Absent
}

// anything is about a source of which it is not known whether it is a file.
func (l *landing) anything(name, base string) (File, bool) {
	if l.unpack && isArchive(name) {
		return File{}, true
	}
	if f, done := l.file(base, func() File { return l.get(name, true) }); done {
		return f, true
	}
	if l.rel != "." {
		if f := l.get(path.Join(name, l.rel), false); f.Found() || f.known && f.State == Unknown {
			return f, true
		}
	}
	l.at.made = l.at.made || !namesFile(base)
	return File{}, false
}

// namesFile reports whether a name has the extension of a file.
func namesFile(base string) bool {
	ext := path.Ext(base)
	return ext != "" && ext != ".d" && ext != base
}

// get reads a source. With --exclude it may be left out.
func (l *landing) get(name string, follow bool) File {
	if l.excluded(name) {
		return File{}
	}
	return l.from.get(l.search, name, follow)
}

// excluded is coarse: one element of the path that matches the last one of a
// pattern is enough.
func (l *landing) excluded(name string) bool {
	return slices.ContainsFunc(l.exclude, func(pattern string) bool {
		last := path.Base(pattern)
		if strings.Contains(last, "$") || last == "**" {
			return true
		}
		return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
			ok, err := path.Match(last, part)
			return ok || err != nil
		})
	})
}
