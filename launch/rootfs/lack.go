package rootfs

import (
	"path"
	"slices"
	"strings"
)

// MayLack reports whether a look-up of an absolute path may come to nothing,
// where no file can be read: the base image has nothing there, or a RUN may take
// it away. It parses no RUN, and most images have the programs of their system.
func (i *Image) MayLack(file string) bool {
	for p := i; p != nil; p = p.base.Parent {
		for n := len(p.steps) - 1; n >= 0; n-- {
			switch r := p.reading(n); {
			case r.run != nil && r.run.mayTake(file):
				return true
			case r.copy == nil:
			case r.copy.mayBring(file):
				return false
			case r.copy.mayLack(file):
				return true
			}
		}
	}
	b := i.root()
	return b.Scratch || b.Known && !b.holds(file)
}

// mayBring reports whether a COPY surely leaves something at the path, or may: it
// takes what nobody knows to a folder the file is in.
func (c *copying) mayBring(file string) bool {
	switch _, stage := c.from.(stageTree); {
	case !c.dest.known:
		return false
	case c.dest.path == file:
		return true
	case !below(file, c.dest.path) || stage || c.parents:
		return false
	}
	return slices.ContainsFunc(c.sources, func(src source) bool {
		return src.known && !(c.add && isRemote(src.path))
	})
}

// mayLack reports whether a COPY takes a file from an earlier stage, which may
// lack it.
func (c *copying) mayLack(file string) bool {
	_, ok := inside(file, c.dest.path)
	_, stage := c.from.(stageTree)
	return ok && stage
}

// mayTake reports whether a RUN may remove, replace or move a file: by its name,
// by that of a folder it is in, or together with all else.
func (r *run) mayTake(file string) bool {
	if mayTake(r.text(), file, r.step.Dir) {
		return true
	}
	for _, doc := range r.step.At.Heredocs {
		if mayTake(doc.Content, file, r.step.Dir) {
			return true
		}
	}
	return false
}

func mayTake(text, file, dir string) bool {
	if hasWord(text, path.Base(file)) {
		return true
	}
	return movesFiles(text) && (namesFolder(text, file) || strings.Contains(text, " /*") || below(file, dir) && dir != "/" && strings.ContainsAny(text, "*?"))
}

// hasWord reports whether a text has a name as a word or as the end of a path.
func hasWord(text, name string) bool {
	for {
		n := strings.Index(text, name)
		if n < 0 {
			return false
		}
		before, after := text[:n], text[n+len(name):]
		if (before == "" || !inName(before[len(before)-1])) && (after == "" || !inName(after[0])) {
			return true
		}
		text = text[n+1:]
	}
}

func inName(c byte) bool {
	return c == '_' || c == '-' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}
