package rootfs

import (
	"path"
	"slices"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/shell"
)

// searched are the folders of PATH that the builder sets (BuildKit,
// system.DefaultPathEnvUnix).
var searched = []string{"/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"}

// Program tells whether a program of that name is in the image: whether the
// base has it, a RUN installs it, or a COPY puts it into one of the folders for
// programs. It is no for a shell alone, and on scratch, where nothing that is
// not understood may bring it.
func (i *Image) Program(name string) shell.Answer {
	if answer, ok := i.programs[name]; ok {
		return answer
	}
	answer := i.program(name)
	if i.programs == nil {
		i.programs = map[string]shell.Answer{}
	}
	i.programs[name] = answer
	return answer
}

func (i *Image) program(name string) shell.Answer {
	b := i.root()
	if b.Windows {
		return shell.NotKnown
	}
	copied, made := i.onPath(name)
	p := parcel{name: name, packages: packagesOf(name)}
	installed := p.search(i)
	switch {
	case copied, installed == shell.Yes:
		return shell.Yes
	case p.removed:
		return shell.NotKnown
	case slices.Contains(b.Tools, name), b.Known && b.provides(name):
		return shell.Yes
	case b.Known && b.lacks(name) && !made && installed == shell.No:
		return shell.No
	}
	return shell.NotKnown
}

// provides reports whether a program is the shell of the image.
func (b Base) provides(name string) bool {
	switch b.Sh {
	case shell.Busybox:
		return slices.Contains([]string{"sh", "ash", "busybox"}, name)
	case shell.Dash:
		return name == "sh" || name == "dash"
	case shell.Bash:
		return name == "sh" || name == "bash"
	}
	return false
}

// lacks reports whether a program that is not among the tools of a known image
// is not there. The table of images tells its rows apart by bash alone; see
// telling in tools/images. What else is not listed may be there all the same.
func (b Base) lacks(name string) bool {
	if b.ToolsUnknown && b.Sh != shell.None {
		return false
	}
	return b.Scratch || name == "bash" && b.Sh != shell.Bash || b.Sh == shell.None && (isShell(name) || name == "env") ||
		languages.Has(name) && b.plain() && (b.Sh == shell.Busybox || b.Sh == shell.Dash && b.Name != "ubuntu")
}

// languages are interpreters that are in no image of nothing but busybox or
// Debian. Ubuntu 14.04 has Python.
const languages wordset.Set = "python python2 python3 ruby node nodejs php lua zsh ksh fish tclsh Rscript pwsh"

func isShell(name string) bool {
	return slices.Contains([]string{"sh", "bash", "ash", "dash", "busybox"}, name)
}

// LacksProgram reports whether Program is no. Where the base image may have the
// program, which is nearly always, no RUN is looked at.
func (i *Image) LacksProgram(name string) bool {
	b := i.root()
	return b.Known && b.lacks(name) && i.Program(name) == shell.No
}

// LacksFile reports whether there is surely no program at an absolute path. In
// the folders of PATH it may be in any of them, which links make one, but for a
// program that is certain to be in another one.
func (i *Image) LacksFile(file string) bool {
	if slices.Contains(searched, path.Dir(file)) {
		return i.LacksProgram(path.Base(file)) || i.Home(file) != ""
	}
	return i.Lookup(file).State == Absent
}

// onPath tells whether COPY or ADD puts a file of that name into a folder for
// programs, and whether they may.
func (i *Image) onPath(name string) (copied, made bool) {
	for _, dir := range searched {
		f := i.search(i.real(path.Join(dir, name)))
		copied = copied || f.Found() || f.lands
		made = made || f.made || f.known
	}
	return copied, made
}
