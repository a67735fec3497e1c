package shell

import (
	"slices"

	"github.com/entrylint/entrylint/internal/wordset"
)

// builtins are the commands a shell runs itself and for which no program of
// that name can be relied on, and the reserved words (POSIX.1-2017, 2.4 and
// 2.14; dash(1), bash(1)).
var builtins = []string{
	".", ":", "alias", "bg", "break", "builtin", "case", "cd", "command", "continue", "declare", "disown", "do", "done", "elif", "else", "esac",
	"eval", "exec", "exit", "export", "fc", "fg", "fi", "for", "function", "getopts", "hash", "if", "in", "jobs", "let", "local",
	"mapfile", "popd", "pushd", "read", "readarray", "readonly", "return", "select", "set", "shift", "shopt", "source", "then", "time", "times", "trap", "type",
	"typeset", "ulimit", "umask", "unalias", "unset", "until", "wait", "while", "{", "}", "!", "[[", "((",
}

// programsToo are builtins for which some systems have a program as well:
// POSIX wants them to (XCU 1.6), so Fedora's and Red Hat's bash brings them in
// /usr/bin.
var programsToo = []string{
	"alias", "bg", "cd", "command", "fc", "fg", "getopts", "hash", "jobs", "read", "type", "ulimit", "umask", "unalias", "wait",
}

// Builtin reports whether a shell runs the command itself and no program of
// that name can be relied on.
func Builtin(name string) bool { return slices.Contains(builtins, name) }

// inside are commands that are programs too, but not where a shell is asked for
// them: dash, busybox and bash all have them built in.
const inside wordset.Set = "echo printf test [ true false kill pwd"

// RunsItself reports whether a shell runs a command of that name without a process
// for it.
func RunsItself(name string) bool { return Builtin(name) || inside.Has(name) }

// OnlyBuiltin reports whether no program of that name is there for certain, on
// an image whose /bin/sh is of this kind. busybox has programs time and [[.
func (k Kind) OnlyBuiltin(name string) bool {
	switch {
	case name == "time" || name == "[[":
		return k == Dash
	case slices.Contains(programsToo, name):
		return k == Dash || k == Busybox
	}
	return Builtin(name)
}
