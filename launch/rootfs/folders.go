package rootfs

import (
	"path"
	"slices"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/shell"
)

// usual are folders of a Linux system, whatever it is.
const usual wordset.Set = `/bin /sbin /lib /usr /usr/bin /usr/sbin /usr/lib /usr/share /usr/local /usr/local/bin /usr/local/sbin
	/usr/local/lib /usr/local/share /usr/src /etc /etc/ssl /etc/profile.d /home /root /opt /srv /mnt /media /tmp /run /dev /proc /sys
	/var /var/lib /var/log /var/run /var/tmp /var/cache`

// folder tells whether there is a folder at a path before a step.
func (s *search) folder(i *Image, step int, dir string) shell.Answer {
	maybe := false
	for s.budget--; s.budget >= 0; s.budget-- {
		for n := min(step, len(i.steps)-1); n >= 0; n-- {
			switch s.makesFolder(i, n, n < step, dir) {
			case shell.Yes:
				return shell.Yes
			case shell.NotKnown:
				maybe = true
			}
		}
		if i.base.Parent == nil {
			return i.base.folder(dir, maybe)
		}
		i = i.base.Parent
		step = len(i.steps)
	}
	return shell.NotKnown
}

func (b Base) folder(dir string, maybe bool) shell.Answer {
	_, home := inside(b.WorkingDir, dir)
	switch {
	case dir == "/", home && b.WorkingDir != "", !b.Scratch && b.Sh != shell.None && usual.Has(dir):
		return shell.Yes
	case maybe, !b.Known, !b.Scratch && b.holds(dir):
		return shell.NotKnown
	}
	return shell.No
}

// makesFolder tells whether a step makes a folder, or stands in one. Before is
// false for the COPY that asks.
func (s *search) makesFolder(i *Image, n int, before bool, dir string) shell.Answer {
	step := &i.steps[n]
	if _, ok := inside(i.real(step.Dir), dir); ok && step.DirKnown {
		return shell.Yes
	}
	if !before {
		return shell.No
	}
	r := i.reading(n)
	switch {
	case r.copy != nil:
		return r.copy.makesFolder(s, dir)
	case r.run != nil && r.run.mayMakeFolder(dir):
		return r.run.makesFolder(dir)
	case r.unread:
		return shell.NotKnown
	}
	return shell.No
}

func (c *copying) makesFolder(s *search, dir string) shell.Answer {
	_, in := inside(dir, c.dest.path)
	switch {
	case !c.dest.known:
		return notKnownIf(in)
	case below(c.dest.path, dir), c.dest.slash && c.dest.path == dir:
		return shell.Yes
	case c.dest.path == dir:
		return c.folderItself(s)
	}
	return notKnownIf(in && !c.onlyFiles())
}

// folderItself is about a destination without a slash: a folder is copied to
// it, or a file.
func (c *copying) folderItself(s *search) shell.Answer {
	for _, src := range c.sources {
		if src.doc != nil || !src.known {
			continue
		}
		switch c.from.kind(s, src.path) {
		case isFolder:
			return shell.Yes
		case isAnything:
			return notKnownIf(path.Ext(src.path) == "")
		}
	}
	return shell.No
}

func (c *copying) onlyFiles() bool {
	return !slices.ContainsFunc(c.sources, func(src source) bool { return src.doc == nil && path.Ext(src.path) == "" })
}

func notKnownIf(cond bool) shell.Answer {
	if cond {
		return shell.NotKnown
	}
	return shell.No
}
