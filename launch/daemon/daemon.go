// Package daemon knows the programs that leave their caller: they go on in the
// background, and what was started ends, with the container where it is process 1.
package daemon

import (
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// Daemon is a way in which a program puts itself into the background.
type Daemon struct {
	Names  []string // patterns of its file name
	Back   []string // words that put it into the background; none: it goes there by itself
	Value  bool     // a word of Back has a value
	Letter string   // its options as getopt(3) has them, where one of Back may stand among other letters
	Text   string   // an option whose value is a piece of its configuration
	Front  []string // words that keep it in front, or let it end on purpose
	Config []string // where its configuration lies, which may keep it in front too
	Own    []string // the configuration that its package brings
	Files  []string // words in the names of files that may be its configuration
	Say    []string // words that tell so in a RUN
	Add    []string // words that keep it in front
	Drop   []string // words that have to go then
	Use    string   // what to do where there is no such word
	Syntax *Syntax  // how its configuration is read; nil where it is not
	Source string   // where this can be read
}

// Of tells how a command line puts itself into the background. A configuration may
// still keep it in front. expands are the words that a shell expands before.
func Of(argv, expands []string) (Way, bool) {
	if !isListed(argv[0]) || !installed(argv[0]) {
		return Way{}, false
	}
	named := Argv(argv)
	for i := range table {
		d := &table[i]
		if !d.Named(path.Base(named[0])) {
			continue
		}
		way, ok := d.goesBack(named[1:])
		if ok && !d.StaysInFront(named[1:]) && (len(d.Front) == 0 || len(expands) == 0) {
			way.Daemon = d
			if n := len(argv) - len(named) + 1; way.Word != "" && n > 0 {
				way.At, way.Rest = way.At+n, slices.Concat(argv[:n], way.Rest)
			}
			return way, true
		}
	}
	return Way{}, false
}

// stems are the names of the table, up to a version, so that what is asked for most,
// a program that is not there, takes one look.
var stems = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{"busybox": true} // in front of an applet
	for _, d := range table {
		for _, name := range d.Names {
			all[stem(name)] = true
		}
	}
	return all
})

func stem(name string) string {
	if i := strings.IndexAny(name, "0123456789[ "); i > 0 {
		return name[:i]
	}
	return name
}

// isListed reports whether a program can be one of the table: by its name, or as
// the script that starts a service.
func isListed(program string) bool {
	return stems()[stem(path.Base(program))] || IsInitScript([]string{program})
}

// Configurable finds the program of a service that its own configuration may
// keep in front, nil where there is none.
func Configurable(service string) *Daemon {
	argv := OfService(service)
	for i := range table {
		if d := &table[i]; len(argv) > 0 && len(d.Files) > 0 && d.Named(path.Base(argv[0])) {
			return d
		}
	}
	return nil
}

// Argv is a command line with the name of its program first: that of an applet of
// busybox, and service for what does the same.
func Argv(argv []string) []string {
	if len(argv) > 1 && path.Base(argv[0]) == "busybox" {
		return append([]string{"busybox " + argv[1]}, argv[2:]...)
	}
	if path.Base(argv[0]) == "httpd" && isOfBusybox(argv[1:]) {
		return append([]string{"busybox httpd"}, argv[1:]...)
	}
	if IsInitScript(argv) {
		return append([]string{"service", path.Base(argv[0])}, argv[1:]...)
	}
	return argv
}

// isOfBusybox tells the arguments of busybox's httpd from those of Apache's, which
// has no port and no user, and prints its help for -h.
func isOfBusybox(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		return len(arg) > 1 && arg[0] == '-' && strings.ContainsRune("pru", rune(arg[1]))
	}) || len(args) > 1 && slices.Contains(args[:len(args)-1], "-h")
}

// IsInitScript is about command lines such as /etc/init.d/nginx start.
func IsInitScript(argv []string) bool {
	dir := path.Dir(argv[0])
	return dir == "/etc/init.d" || dir == "/etc/rc.d/init.d"
}

// installed reports whether a program is looked for where packages put theirs,
// not among the files of the user.
func installed(program string) bool {
	dir := path.Dir(program)
	if !strings.Contains(program, "/") || strings.HasSuffix(dir, "node_modules/.bin") {
		return true
	}
	return slices.ContainsFunc([]string{"/bin", "/sbin", "/usr", "/opt", "/etc"}, func(folder string) bool {
		return dir == folder || strings.HasPrefix(dir, folder+"/")
	})
}

// Named reports whether the file of a program is called so.
func (d *Daemon) Named(name string) bool {
	return slices.ContainsFunc(d.Names, func(pattern string) bool {
		if pattern == name {
			return true
		}
		if name == "" || pattern[0] != name[0] { // none begins with a wildcard
			return false
		}
		ok, _ := path.Match(pattern, name)
		return ok
	})
}

// IsStarter reports whether the program starts others and is none itself.
func (d *Daemon) IsStarter() bool { return d.Named("service") || d.Named("systemctl") }

// IsConfigured reports whether its configuration may keep the program in front.
func (d *Daemon) IsConfigured() bool { return len(d.Config)+len(d.Files) > 0 }

// StaysInFront reports whether the arguments keep the program in front, or may.
func (d *Daemon) StaysInFront(args []string) bool {
	if slices.ContainsFunc(d.texts(args), keepsInFront.MatchString) {
		return true
	}
	line := strings.Join(args, " ")
	for _, words := range d.Front {
		switch {
		case !strings.HasPrefix(words, "-"):
			if strings.Contains(line, words) {
				return true
			}
		case slices.ContainsFunc(args, func(arg string) bool { return HasOption(arg, words) }):
			return true
		}
	}
	return slices.ContainsFunc(args, func(arg string) bool { return strings.Contains(arg, "$") })
}

// HasOption finds --name and --name=value; -n also among other letters.
func HasOption(arg, option string) bool {
	if arg == option || strings.HasPrefix(arg, option+"=") {
		return true
	}
	letters := strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--")
	return letters && len(option) == 2 && strings.Contains(arg[1:], option[1:])
}

// provision finds what may configure anything: a script that a text starts, or a
// tool that there is for it.
var provision = lazyregexp.New(`\.(sh|py|pl|rb|js|php)\b|\b(ansible|puppet|chef|salt|confd|consul-template|dockerize|envtpl|gomplate|j2|tiller)|\|\s*(ba)?sh\b`)

// ConfiguredIn reports whether a shell text may change the configuration.
func (d *Daemon) ConfiguredIn(text string) bool {
	return provision.MatchString(text) || Mentions(text, d.Say) || Mentions(text, d.Config)
}

// Mentions reports whether a text has one of some words in it.
func Mentions(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
