package rootfs

import (
	"path"
	"slices"

	"github.com/entrylint/entrylint/launch/shell"
)

// merged are folders that are links to those below /usr where the base has
// merged them, as Debian, Ubuntu and Fedora have. Where a release has not yet,
// nobody puts two files of one name into both.
var merged = []string{"/bin", "/sbin", "/lib", "/lib64"}

// real is where a path leads on a system with a merged /usr.
func (i *Image) real(file string) string {
	b := i.root()
	if b.Scratch || b.Sh == shell.Busybox || b.Sh == shell.None {
		return file
	}
	for _, dir := range merged {
		if _, ok := inside(file, dir); ok {
			return "/usr" + file
		}
	}
	return file
}

// fromBase tells what an image of a registry has at a path. Of one that is
// known, only where it has nothing is known.
func (i *Image) fromBase(file string) File {
	b := i.base
	if b.Scratch || b.Known && !b.holds(file) {
		return File{State: Absent}
	}
	return File{}
}

// system are the folders in which images have files of their own.
var system = []string{"/bin", "/boot", "/busybox", "/dev", "/etc", "/home", "/lib", "/lib32", "/lib64", "/libx32", "/media", "/mnt", "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/tmp", "/usr", "/var"}

// empty are those in which an image of nothing but a system has none.
var empty = []string{"/home", "/mnt", "/opt", "/srv", "/usr/local/bin", "/usr/local/sbin"}

// holds reports whether the image may have something at a path of its own.
func (b Base) holds(file string) bool {
	within := func(dir string) bool { _, ok := inside(file, dir); return ok }
	name := path.Base(file)
	switch {
	case b.plain() && slices.ContainsFunc(empty, within):
		return false
	case slices.ContainsFunc(system, within), len(b.WorkingDir) > 1 && within(b.WorkingDir):
		return true
	case len(b.Entrypoint) > 0 && path.Dir(file) == "/":
		// An application has scripts there, or a link to its entrypoint; what
		// a language is installed with has not.
		return b.Wrapper != "node" && path.Base(b.Entrypoint[0]) != "docker-php-entrypoint"
	}
	return slices.ContainsFunc(slices.Concat(b.Entrypoint, b.Cmd, b.Tools), func(word string) bool { return path.Base(word) == name })
}

// plain reports whether an image is nothing but a system, such as debian. Of one
// whose ENV is not known nobody can say so.
func (b Base) plain() bool {
	shells := []string{"sh", "bash", "/bin/sh", "/bin/bash"}
	return !b.EnvUnknown && b.WorkingDir == "" && len(b.Entrypoint)+len(b.Env) == 0 && (len(b.Cmd) == 0 || len(b.Cmd) == 1 && slices.Contains(shells, b.Cmd[0]))
}
