package rootfs

import (
	"path"
	"slices"
	"strings"
)

// mayChange reports whether RUN may give the permission to execute a file, or
// take carriage returns off, in a way that is not understood: a script may do
// it, a language, a tool that runs the project's own tasks, and every program
// that nobody knows. Only commands that are known to leave alone what they do
// not name do not.
func mayChange(ran []passed) bool {
	return slices.ContainsFunc(ran, passed.mayChange) || changesLinked(ran)
}

func (p passed) mayChange() bool {
	all := p.commands()
	return p.opaque || slices.ContainsFunc(all, func(c command) bool {
		return !p.defines(c.name) && c.mayChange(p.file)
	})
}

// defines reports whether the text has a function of that name: what it does is
// among the commands.
func (r *run) defines(name string) bool {
	text := r.text()
	return name != "" && strings.Contains(text, name) &&
		(strings.Contains(text, name+"()") || strings.Contains(text, name+" ()") || strings.Contains(text, "function "+name))
}

// mayChange reports whether a command may change a file that it does not name.
func (c *command) mayChange(file string) bool {
	if all, ok := c.forMany(); ok {
		return slices.ContainsFunc(all, func(inner command) bool { return inner.mayChange(file) })
	}
	switch {
	case c.name == "":
		return len(c.args) > 0 || c.program.src != ""
	case c.runs(file), c.asksVersion(), c.name == "perl" && c.filters():
		return false
	case taskRunners.Has(c.name):
		return !c.manages() && (c.dir == "" || below(file, c.dir)) && !(c.builds() && path.Ext(file) == ".sh")
	case slices.Contains(interpreters, c.name), languages.Has(c.name):
		return !c.readsKnown()
	}
	return !c.idles()
}
