package launch

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// unknown reports whether a file may keep the program in front: one that says so
// or is not read, that the build puts where it looks, or one of a base image
// that is not known.
func (c *settings) unknown(args []string) bool {
	d, l := c.of, c.l
	if !d.IsConfigured() {
		return false
	}
	if !l.Root().Known || keptInFrontBy(d, l.Root().Config) || !d.IsStarter() && c.otherFile(args) || c.inWorkingDir() {
		return true
	}
	for _, stage := range append(l.Parents(), l) {
		dir := "/"
		for _, inst := range stage.Stage.Instructions {
			if inst.Trigger != nil {
				inst = inst.Trigger
			}
			if inst.Verb.Value == "WORKDIR" && len(inst.Words) > 0 {
				dir = rootfs.Absolute(dir, inst.Words[0].Value)
			}
			if c.configuredBy(inst, dir) {
				return true
			}
		}
	}
	return false
}

// keptInFrontBy reports whether an official image runs the same program
// without a word that keeps it in front: its own files do.
func keptInFrontBy(d *daemon.Daemon, c Config) bool {
	argv := append(c.Entrypoint[:len(c.Entrypoint):len(c.Entrypoint)], c.Cmd...)
	i := slices.IndexFunc(argv, func(word string) bool { return d.Named(path.Base(word)) })
	return i >= 0 && !d.StaysInFront(argv[i+1:])
}

// otherFile reports whether an argument names a file that is not the
// configuration of the program's package, nor one that lets it go.
func (c *settings) otherFile(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		_, value, ok := strings.Cut(arg, "=")
		if !ok {
			value = arg
		}
		return strings.ContainsAny(arg, "/.") && !slices.Contains(c.of.Own, arg) && !(c.l.WorkingDir.Known && c.goesBack(rootfs.Absolute(c.l.WorkingDir.V, value)))
	})
}

// inWorkingDir reports whether a file stands where the program looks first, and
// may keep it in front.
func (c *settings) inWorkingDir() bool {
	return c.of.Syntax != nil && slices.ContainsFunc(c.of.Syntax.Places, func(name string) bool {
		file := rootfs.Absolute(c.l.WorkingDir.V, name)
		return c.l.Files().Lookup(file).Found() && !c.goesBack(file)
	})
}

// configuredBy reports whether an instruction may change the configuration.
func (c *settings) configuredBy(inst *parser.Instruction, dir string) bool {
	d := c.of
	switch inst.Verb.Value {
	case "RUN":
		return d.ConfiguredIn(inst.Logical.Text)
	case "ENV":
		return daemon.Mentions(inst.Logical.Text, d.Say) // such as options for a configure script
	case "VOLUME":
		return daemon.Mentions(inst.Logical.Text, d.Config)
	case "COPY", "ADD":
		return c.copied(inst, dir)
	}
	return false
}

// copied reports whether COPY or ADD may bring a configuration, going by names:
// into its folder, as part of a folder above, or a file of its name. One that
// can be read, and does not keep the program in front, is none.
func (c *settings) copied(inst *parser.Instruction, dir string) bool {
	n := len(inst.Words) - 1
	if n < 1 {
		return false
	}
	return mayBring(c.of, inst, dir) && !c.brings(inst, rootfs.Absolute(dir, inst.Words[n].Value))
}

func mayBring(d *daemon.Daemon, inst *parser.Instruction, dir string) bool {
	n := len(inst.Words) - 1
	if n < 1 {
		return false
	}
	to := rootfs.Absolute(dir, inst.Words[n].Value)
	if strings.Contains(to, "$") || daemon.Mentions(to, d.Config) || daemon.Mentions(to, d.Files) {
		return true
	}
	return slices.ContainsFunc(inst.Words[:n], func(source parser.Word) bool {
		name := path.Base(source.Value)
		return daemon.Mentions(name, d.Files) || above(d, to) && maybeFolder(name)
	})
}

// above reports whether a folder holds the one of the configuration.
func above(d *daemon.Daemon, to string) bool {
	return to == "/" || slices.ContainsFunc(d.Config, func(file string) bool { return strings.HasPrefix(file, to+"/") })
}

// maybeFolder reports whether a name may be that of a folder or an archive: it
// has no ending, or one of an archive.
func maybeFolder(name string) bool {
	return path.Ext(name) == "" || name == "." || name == ".." || strings.ContainsAny(name, "*?[$") ||
		slices.Contains([]string{".tar", ".gz", ".tgz", ".xz", ".txz", ".bz2", ".zst", ".d"}, path.Ext(name))
}
