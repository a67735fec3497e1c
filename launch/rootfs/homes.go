package rootfs

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/shell"
)

// builtFrom are the programs of a language that an official image builds into
// /usr/local and has no package of. python and ruby do so in their small
// variants only: the others are built on buildpack-deps, which has more.
func builtFrom(image string, small bool) wordset.Set {
	switch {
	case image == "node":
		return "node nodejs npm npx"
	case image == "php":
		return "php"
	case image == "bash":
		return "bash"
	case image == "python" && small:
		return "python python3"
	case image == "ruby" && small:
		return "ruby"
	}
	return ""
}

// home returns the one folder in which an image has a program, or gets it by
// its packages; "" where that is not certain.
func (b Base) home(name string) string {
	small := strings.Contains(b.Tag, "slim") || strings.Contains(b.Tag, "alpine")
	switch {
	case !b.Known || b.Tag == "":
		return ""
	case builtFrom(b.Name, small).Has(name):
		return "/usr/local/bin"
	case b.alpine() && slices.Contains([]string{"sh", "ash", "bash", "busybox"}, name):
		return "/bin"
	case b.alpine() && name == "env":
		return "/usr/bin"
	}
	return ""
}

// merging is the first release of Alpine 3 that may have merged /bin and
// /usr/bin.
const merging = 22

// alpine reports whether an image is a release of Alpine that has not merged its
// folders, or an official one built on that.
func (b Base) alpine() bool {
	release, ok := strings.CutPrefix(b.Tag, "3.")
	if b.Name != "alpine" {
		_, release, ok = strings.Cut(b.Tag, "alpine3.")
	}
	release, _, _ = strings.Cut(release, ".")
	n, err := strconv.Atoi(release)
	return ok && err == nil && n < merging && b.Sh == shell.Busybox
}

// Home returns where the image has a program that is not at a path; "" where it
// may be there, or is in no place that is certain.
func (i *Image) Home(file string) string {
	dir, name := path.Split(file)
	home := i.root().home(name)
	if home == "" || i.real(home) == i.real(path.Clean(dir)) || home == "/bin" && i.Program(name) != shell.Yes {
		return ""
	}
	if f := i.search(i.real(file)); f.Found() || f.lands || f.made || f.known {
		return ""
	}
	p := parcel{name: name, packages: packagesOf(name)}
	if !p.staysHome(i, home == "/bin") {
		return ""
	}
	return path.Join(home, name)
}

// staysHome reports whether no RUN may put the program into another folder, by a
// package, unless that has it at home as well, or by a link.
func (p *parcel) staysHome(i *Image, packaged bool) bool {
	for visits := 0; i != nil && visits < maxVisits; i, visits = i.base.Parent, visits+1 {
		for n := range i.steps {
			r := i.reading(n)
			if r.unread || r.run != nil && !p.leftBy(r.run, packaged) {
				return false
			}
		}
	}
	return true
}

// ofLanguages are package managers that put programs into /usr/local or into a
// folder of their own.
const ofLanguages wordset.Set = "pip pip3 npm npx yarn pnpm corepack gem bundle composer"

func (p *parcel) leftBy(r *run, packaged bool) bool {
	all := r.commands()
	return !r.opaque && !slices.ContainsFunc(all, func(c command) bool {
		switch p.command(c) {
		case shell.No:
			return false
		case shell.Yes:
			return !packaged
		}
		return !ofLanguages.Has(c.name)
	})
}
