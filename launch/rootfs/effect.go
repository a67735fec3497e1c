package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// effect is what a command does to a file. The zero value is nothing.
type effect struct {
	end   bool  // the search ends: before, it was something else
	state State // with end

	mode         bits
	doubt        bool // mode may stay what it was
	edited, ends bool
	from         string // where the file was, or what it is a copy of
	over         bool   // with from: what was there keeps its mode
	link         string // where it leads
}

var lost = effect{end: true} // nobody knows what is there

// effect tells what a command does to a file.
func (c *command) effect(file string) effect {
	e := c.own(file)
	if e.end || e.from != "" || e.link != "" {
		return e
	}
	return c.redirected(file, e)
}

// own leaves redirections out.
func (c *command) own(file string) effect {
	switch c.name {
	case "chmod":
		return c.chmod(file, c.args)
	case "find":
		return c.find(file)
	case "xargs":
		return c.xargs(file)
	case "cp", "mv", "install", "rsync":
		return c.moved(file)
	case "ln":
		return c.linked(file)
	case "rm", "unlink":
		return c.removed(file)
	case "dos2unix", "fromdos":
		return c.converts(file)
	case "sed", "perl", "patch", "ed", "ex", "awk", "gawk":
		return c.edits(file)
	case "tee":
		return c.tee(file)
	}
	if harmless.Has(c.name) || c.runs(file) {
		return effect{}
	}
	return c.unknown(file)
}

// match is the closest that one of the words comes to a file.
func (c *command) match(file string, words []word) match {
	closest := other
	for _, w := range words {
		closest = max(closest, w.match(file))
	}
	return closest
}

// harmless are commands that leave the files they name as they are.
const harmless wordset.Set = `chown chgrp ls cat test [ [[ stat touch echo printf head tail wc grep egrep md5sum sha1sum sha256sum
	sha512sum file mkdir cd pushd popd pwd which command type set export unset readonly declare local : true false exit return
	useradd adduser usermod groupadd addgroup getent id whoami setcap getfacl dirname basename readlink realpath sort uniq
	cut tr diff cmp bash-n shellcheck du df apt-get apt apk yum dnf microdnf tdnf zypper pacman dpkg rpm pip pip3 npm yarn pnpm
	date sleep wait kill shopt trap umask uname hostname locale-gen update-ca-certificates`

// interpreters run the file they name.
var interpreters = []string{"sh", "bash", "ash", "dash", "zsh", "python", "python2", "python3", "node", "perl", "ruby", "php", "source", "."}

// runs reports whether a command starts the file, which leaves it alone.
func (c *command) runs(file string) bool {
	if c.program.match(file) == exact {
		return true
	}
	if !slices.Contains(interpreters, c.name) {
		return false
	}
	for n, w := range c.args {
		if !strings.HasPrefix(w.text, "-") || n > 2 {
			return w.match(file) == exact
		}
	}
	return false
}

// unknown is about every other command: it leaves alone what it does not name.
func (c *command) unknown(file string) effect {
	name := path.Base(file)
	for _, w := range append([]word{c.program}, c.args...) {
		_, value, set := strings.Cut(w.src, "=")
		switch {
		case w.match(file) == exact, set && path.Base(strings.Trim(value, `"'`)) == name:
			return lost
		case w.match(file) == maybe && strings.Contains(w.src, name):
			return lost
		case strings.ContainsAny(w.text, " \n;") && strings.Contains(w.text, name):
			return lost
		}
	}
	return effect{}
}

// redirected adds what the redirections do.
func (c *command) redirected(file string, e effect) effect {
	if m := c.match(file, c.appends); m >= exact || m == maybe {
		e.edited = true
	}
	switch c.match(file, c.writes) {
	case exact:
		return c.written(file)
	case maybe:
		if slices.ContainsFunc(c.writes, func(w word) bool { return strings.Contains(w.src, path.Base(file)) }) {
			return lost
		}
	}
	return e
}

// written is about the output of a command: what it makes of another file, such
// as cat or tr, is that file.
func (c *command) written(file string) effect {
	source := c.reads
	switch c.name {
	case "cat", "sed":
		source = append(slices.Clip(source), operands(c.args)...)
	case "tr":
	default:
		return lost
	}
	source = slices.DeleteFunc(slices.Clone(source), func(w word) bool { return c.name == "sed" && isScript(w) })
	if len(source) != 1 || !source[0].known || source[0].glob || source[0].file == file || !c.sure {
		return lost
	}
	e := effect{from: source[0].file, mode: uncertain}
	e.ends = c.takesReturns()
	e.edited = c.name != "cat" && !e.ends
	return e
}

func (c *command) tee(file string) effect {
	appends := slices.ContainsFunc(c.args, func(w word) bool { return w.text == "-a" || w.text == "--append" })
	switch m := c.match(file, c.args); {
	case m == other || m == above:
		return effect{}
	case appends:
		return effect{edited: true}
	}
	return lost
}
