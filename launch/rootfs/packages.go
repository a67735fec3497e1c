package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/shell"
)

// parcel looks for the package of a program through the RUN of an image, from
// the last one up.
type parcel struct {
	name     string
	packages []string
	gone     []string // packages, and groups of apk, that a later command removes
	vague    bool     // a later command removes packages that are not known
	removed  bool     // the program's own package is removed
}

// packagesOf are the packages that a program may come in.
func packagesOf(program string) []string {
	switch program {
	case "node":
		return []string{"node", "nodejs", "nodejs-current", "nodejs-lts", "npm"}
	case "npm":
		return []string{"npm", "nodejs-npm"}
	case "python3":
		return []string{"python3", "python3-minimal", "py3-pip", "python3-pip", "python3-venv"}
	case "python":
		return []string{"python", "python2", "python-is-python3", "python-minimal"}
	case "ruby":
		return []string{"ruby", "ruby-full", "ruby-dev"}
	case "php":
		return []string{"php", "php-cli", "php7", "php8"}
	case "ssh":
		return []string{"ssh", "openssh-client", "openssh"}
	case "env":
		return []string{"env", "coreutils"}
	}
	return []string{program}
}

// search is yes where the program is installed for good, and no where every
// RUN is known not to bring it.
func (p *parcel) search(i *Image) shell.Answer {
	answer := shell.No
	for visits := 0; i != nil && visits < maxVisits; i, visits = i.base.Parent, visits+1 {
		for n := len(i.steps) - 1; n >= 0; n-- {
			switch p.step(i.reading(n)) {
			case shell.Yes:
				return shell.Yes
			case shell.NotKnown:
				answer = shell.NotKnown
			}
		}
	}
	return answer
}

func (p *parcel) step(r *reading) shell.Answer {
	switch {
	case r.unread:
		return shell.NotKnown
	case r.run != nil:
		return p.ran(r.run)
	}
	return shell.No
}

// ran tells whether a RUN installs the program.
func (p *parcel) ran(r *run) shell.Answer {
	answer := shell.No
	all := r.commands()
	if r.opaque {
		answer = shell.NotKnown
	}
	p.vague = false
	for _, c := range slices.Backward(all) {
		switch p.command(c) {
		case shell.Yes:
			return shell.Yes
		case shell.NotKnown:
			answer = shell.NotKnown
		}
	}
	return answer
}

func (p *parcel) command(c command) shell.Answer {
	verb := slices.IndexFunc(c.args, func(w word) bool {
		return slices.Contains([]string{"add", "install", "del", "remove", "purge", "autoremove", "auto", "in", "-S", "-Sy", "-Syu"}, w.text)
	})
	if all, ok := c.forMany(); ok {
		return p.each(all)
	}
	switch {
	case !packageManagers.Has(c.name):
		return p.other(c)
	case verb < 0:
		return notKnownIf(p.namedBy(c))
	}
	switch c.args[verb].text {
	case "add", "install", "in", "-S", "-Sy", "-Syu":
		return p.installs(c, c.args[verb+1:])
	}
	for _, w := range c.args[verb+1:] {
		p.gone = append(p.gone, w.text)
		p.vague = p.vague || w.src != w.text
		p.removed = p.removed || slices.Contains(p.packages, w.text)
	}
	return shell.No
}

func (p *parcel) installs(c command, words []word) shell.Answer {
	answer, named := shell.No, false
	group, words := virtual(words)
	for _, w := range words {
		name := packageName(w.text)
		switch {
		case strings.HasPrefix(w.text, "-"):
		case slices.Contains(p.packages, name) && !slices.Contains(p.gone, name):
			named = true
		case w.text == "" || !p.apart(c, name): // "" is of a variable
			answer = shell.NotKnown
		}
	}
	switch {
	case named && c.sure && !p.vague && (group == "" || !slices.Contains(p.gone, group)):
		return shell.Yes
	case named:
		return shell.NotKnown
	}
	return answer
}

// virtual takes the name of apk's --virtual off, under which packages are
// removed again.
func virtual(words []word) (group string, rest []word) {
	for n, w := range words {
		switch {
		case n > 0 && (words[n-1].text == "--virtual" || words[n-1].text == "-t"):
			group = w.text
		case strings.HasPrefix(w.text, "--virtual="):
			group = w.text[len("--virtual="):]
		default:
			rest = append(rest, w)
		}
	}
	return group, rest
}

// packageName drops the version.
func packageName(word string) string {
	if end := strings.IndexAny(word, "=<>~@:"); end >= 0 {
		word = word[:end]
	}
	return path.Base(word)
}

// other is about commands that are no package managers: a script can install
// anything, and so can a package manager that is not known.
func (p *parcel) other(c command) shell.Answer {
	if p.namedBy(c) {
		return shell.NotKnown
	}
	if quiet.Has(c.name) || harmless.Has(c.name) || isShell(p.name) && builders.Has(c.name) && !c.fillsSystem() || c.name == "" && len(c.args) == 0 {
		return shell.No
	}
	return shell.NotKnown
}

// namedBy reports whether a command names a path of the program: it may be a link
// to it, as with ln and update-alternatives.
func (p *parcel) namedBy(c command) bool {
	return slices.ContainsFunc(append(slices.Clip(c.args), c.program), func(w word) bool { return path.Base(w.text) == p.name && w.text != p.name })
}

// builders make files, but install no shell.
const builders wordset.Set = `curl wget git npm npx yarn pnpm pip pip3 gem bundle composer go cargo rustup mvn gradle gcc g++ make cmake
	unzip gunzip gzip bunzip2 xz zip cp mv install tee rsync perl python python3 node php ruby openssl ssh-keygen envsubst jq corepack poetry`

// fillsSystem reports whether a command of builders may put any file where those
// of the system are: it unpacks or copies to a folder of theirs, or installs.
func (c *command) fillsSystem() bool {
	switch c.name {
	case "make", "cmake":
		return slices.ContainsFunc(c.args, func(w word) bool { return strings.Contains(w.text, "install") })
	case "unzip":
		if c.dir == "/" && !c.hasOption("d", "") {
			return true
		}
	case "cp":
		if !c.hasOption("rRa", "recursive") {
			return false
		}
	case "rsync", "mv":
	default:
		return false
	}
	return slices.ContainsFunc(c.args, func(w word) bool { return slices.Contains([]string{"/", "/usr", "/usr/local"}, w.file) })
}

// each is about what xargs or find start for many files: which packages that
// are is not known.
func (p *parcel) each(all []command) shell.Answer {
	for _, c := range all {
		toSystem := slices.ContainsFunc(c.args, func(w word) bool { return slices.Contains(searched, strings.TrimSuffix(w.text, "/")) })
		if packageManagers.Has(c.name) || toSystem || p.other(c) == shell.NotKnown {
			return shell.NotKnown
		}
	}
	return shell.No
}
