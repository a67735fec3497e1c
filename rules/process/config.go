package process

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// maybeOther reports whether the program may be another one of that name, or
// may be kept in front by a file that is not read, or says so.
func (c *settings) maybeOther(s started, main step) bool {
	argv := main.argv()
	d, l, name := c.of, s.Launch, path.Base(argv[0])
	if l.Copies(name) || madeByRun(l, argv[0]) || l.Root().Config.Sh == shell.Busybox && (name == "cron" || d.isStarter()) {
		return true
	}
	for _, word := range argv[1:] {
		of, ok := configurable(word)
		if ok && d.isStarter() && of.maybeConfigured(l) {
			return true
		}
	}
	if len(d.files) > 0 && slices.ContainsFunc(main.before, d.configuredIn) {
		return true
	}
	before := s.Argv.V[:max(0, len(s.Argv.V)-len(argv))]
	return c.unknown(argv[1:]) || mentions(strings.Join(before, " "), d.files)
}

// configurable finds the program of a service that its own configuration may
// keep in front: then the starter does not come back.
func configurable(service string) (daemon, bool) {
	words := programOf(service)
	i := slices.IndexFunc(daemons, func(d daemon) bool { return len(words) > 0 && len(d.files) > 0 && d.named(path.Base(words[0])) })
	if i < 0 {
		return daemon{}, false
	}
	return daemons[i], true
}

// maybeConfigured is about a program that is started without arguments.
func (d *daemon) maybeConfigured(l *launch.Launch) bool {
	c := settings{of: *d, l: l}
	return c.unknown(nil)
}

// unknown reports whether a file may keep the program in front: one that says so
// or is not read, that the build puts where it looks, or one of a base image
// that is not known.
func (c *settings) unknown(args []string) bool {
	d, l := c.of, c.l
	if len(d.config)+len(d.files) == 0 {
		return false
	}
	if !l.Root().Known || d.keptInFrontBy(l.Root().Config) || !d.isStarter() && c.otherFile(args) || c.inWorkingDir() {
		return true
	}
	for _, stage := range append(l.Parents(), l) {
		dir := "/"
		for _, inst := range stage.Stage.Instructions {
			if inst.Trigger != nil {
				inst = inst.Trigger
			}
			if inst.Verb.Value == "WORKDIR" && len(inst.Words) > 0 {
				dir = absolute(dir, inst.Words[0].Value)
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
func (d *daemon) keptInFrontBy(c launch.Config) bool {
	argv := append(c.Entrypoint[:len(c.Entrypoint):len(c.Entrypoint)], c.Cmd...)
	i := slices.IndexFunc(argv, func(word string) bool { return d.named(path.Base(word)) })
	return i >= 0 && !d.staysInFront(argv[i+1:])
}

// otherFile reports whether an argument names a file that is not the
// configuration of the program's package, nor one that lets it go.
func (c *settings) otherFile(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		_, value, ok := strings.Cut(arg, "=")
		if !ok {
			value = arg
		}
		return strings.ContainsAny(arg, "/.") && !slices.Contains(c.of.own, arg) && !(c.l.WorkingDir.Known && c.goesBack(absolute(c.l.WorkingDir.V, value)))
	})
}

// inWorkingDir reports whether a file stands where the program looks first, and
// may keep it in front.
func (c *settings) inWorkingDir() bool {
	return c.of.syntax != nil && slices.ContainsFunc(c.of.syntax.places, func(name string) bool {
		file := absolute(c.l.WorkingDir.V, name)
		return c.l.Files().Lookup(file).Found() && !c.goesBack(file)
	})
}

// provision finds what may configure anything: a script that RUN, or a script,
// starts, or a tool that there is for it.
var provision = lazyregexp.New(`\.(sh|py|pl|rb|js|php)\b|\b(ansible|puppet|chef|salt|confd|consul-template|dockerize|envtpl|gomplate|j2|tiller)|\|\s*(ba)?sh\b`)

func (c *settings) configuredBy(inst *parser.Instruction, dir string) bool {
	d := c.of
	switch inst.Verb.Value {
	case "RUN":
		return d.configuredIn(inst.Logical.Text)
	case "ENV":
		return mentions(inst.Logical.Text, d.say) // such as options for a configure script
	case "VOLUME":
		return mentions(inst.Logical.Text, d.config)
	case "COPY", "ADD":
		return c.copied(inst, dir)
	}
	return false
}

// configuredIn reports whether a shell text may change the configuration.
func (d *daemon) configuredIn(text string) bool {
	return provision.MatchString(text) || mentions(text, d.say) || mentions(text, d.config)
}

func mentions(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// copied reports whether COPY or ADD may bring a configuration, going by names:
// into its folder, as part of a folder above, or a file of its name. One that
// can be read, and does not keep the program in front, is none.
func (c *settings) copied(inst *parser.Instruction, dir string) bool {
	n := len(inst.Words) - 1
	if n < 1 {
		return false
	}
	return c.of.mayBring(inst, dir) && !c.brings(inst, absolute(dir, inst.Words[n].Value))
}

func (d *daemon) mayBring(inst *parser.Instruction, dir string) bool {
	n := len(inst.Words) - 1
	if n < 1 {
		return false
	}
	to := absolute(dir, inst.Words[n].Value)
	if strings.Contains(to, "$") || mentions(to, d.config) || mentions(to, d.files) {
		return true
	}
	return slices.ContainsFunc(inst.Words[:n], func(source parser.Word) bool {
		name := path.Base(source.Value)
		return mentions(name, d.files) || d.above(to) && maybeFolder(name)
	})
}

// above reports whether a folder holds the one of the configuration.
func (d *daemon) above(to string) bool {
	return to == "/" || slices.ContainsFunc(d.config, func(file string) bool { return strings.HasPrefix(file, to+"/") })
}

// maybeFolder reports whether a name may be that of a folder or an archive: it
// has no ending, or one of an archive.
func maybeFolder(name string) bool {
	return path.Ext(name) == "" || name == "." || name == ".." || strings.ContainsAny(name, "*?[$") ||
		slices.Contains([]string{".tar", ".gz", ".tgz", ".xz", ".txz", ".bz2", ".zst", ".d"}, path.Ext(name))
}

func absolute(dir, name string) string {
	if path.IsAbs(name) {
		return path.Clean(name)
	}
	return path.Join("/", dir, name)
}
