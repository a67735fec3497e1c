package intent

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// role is what an ENTRYPOINT does with the words of CMD.
type role int

// The roles. An unclear one is not certain.
const (
	unclear  role = iota // a script that cannot be read, or a program nobody knows
	taker                // takes them as its own arguments
	runner               // runs them as a command, and has nothing to do without them
	manager              // runs them next to services of its own
	starter              // a script that runs them as a command, and another one without them
	complete             // a script that starts a program of its own without them
)

// deepest bounds how many scripts are followed that start each other.
const deepest = 8

// roleOf follows an ENTRYPOINT through the wrappers it begins with. It returns
// the program that gets the words of CMD, with its arguments.
func roleOf(l *launch.Launch, argv []string) (role, []string) { return follow(l, argv, 0) }

func follow(l *launch.Launch, argv []string, depth int) (role, []string) {
	for len(argv) > 0 && depth < deepest {
		if s := l.ScriptOf(argv); s != nil && s.Readable() {
			does, program := roleOfScript(l, s, depth)
			if program == nil {
				program = argv
			}
			return does, program
		}
		if slices.Contains(managers, argv[0]) || slices.Contains(managers, path.Base(argv[0])) {
			return manager, argv
		}
		at, ok := commandOf(l, argv)
		switch {
		case !ok:
			return roleOfProgram(l, argv), argv
		case at == 0 || at >= len(argv):
			return runner, argv
		}
		argv = argv[at:]
	}
	return unclear, argv
}

// commandOf returns the index of the command a wrapper runs, 0 where it is
// given none; false for what is no wrapper.
func commandOf(l *launch.Launch, argv []string) (int, bool) {
	c := l.Root().Config
	if c.Wrapper != "" && continues(argv, c.Entrypoint) && !touches(append(l.Parents(), l), c.Entrypoint[0]) {
		return len(c.Entrypoint), true
	}
	if p, ok := launch.ProgramOf(argv[0]); ok {
		at, _ := p.Command(argv)
		return at, !slices.Contains(argv, "-S") // env -S brings its command in one word
	}
	return 0, false
}

func roleOfProgram(l *launch.Launch, argv []string) role {
	if sc, ok := l.ShellCommand(argv); ok {
		last, _ := shell.Parse(argv[sc.Text]).Last()
		if len(last.Words) == 1 && strings.Trim(last.Words[0].Src, `"`) == "$@" {
			return runner
		}
		return unclear
	}
	if takes(argv) {
		return taker
	}
	return unclear
}

// takes reports whether a program is certain to take the words behind it as
// its own arguments.
func takes(argv []string) bool {
	name := nameOf(argv[0])
	code, isInterpreter := interpreter(name)
	switch {
	case isInterpreter:
		file, ok := operand(argv[1:], code)
		return ok && (file == "" || !launches(path.Base(file)) && !slices.Contains(shells, name))
	case listed(takers, argv[0]):
		return !slices.ContainsFunc(argv[1:], func(w string) bool { return w == "exec" || w == "dlx" })
	}
	return false
}

// runsOthers reports whether a program is one that runs a command it is given,
// or that has its own name as an argument in earnest, as man has.
func runsOthers(argv []string) bool {
	return listed(carriers, argv[0]) || nameOf(argv[0]) == "man" || argv[len(argv)-1] == "--" || handsToShell(argv) ||
		slices.ContainsFunc(argv[1:], func(w string) bool { return w == "exec" || w == "dlx" || w == "run" })
}

// handsToShell reports whether the next word is the text of a shell.
func handsToShell(argv []string) bool {
	last := argv[len(argv)-1]
	return len(argv) > 1 && isInterpreter(argv[0]) && strings.HasPrefix(last, "-") && strings.HasSuffix(last, "c")
}

// operand returns the first word that is no option; false where an option
// brings the program itself.
func operand(words []string, code string) (string, bool) {
	for _, w := range words {
		switch {
		case !strings.HasPrefix(w, "-"):
			return w, true
		case w == "--eval", w == "--print", w == "--command":
			return "", false
		case !strings.HasPrefix(w, "--") && code != "" && strings.ContainsAny(w[1:], code):
			return "", false
		}
	}
	return "", true
}

// launches reports whether a script, going by its name, may run what it is
// given. Compiled programs have names such as spring-boot.jar.
func launches(name string) bool {
	switch path.Ext(name) {
	case ".jar", ".dll", ".exe":
		return false
	}
	return slices.ContainsFunc(launchers, func(word string) bool { return strings.Contains(name, word) })
}

// continues reports whether a command line begins with another one, wherever
// their programs stand.
func continues(argv, base []string) bool {
	n := len(base)
	return n > 0 && len(argv) >= n && launch.IsProgram(argv[0], base[0]) && slices.Equal(argv[1:n], base[1:])
}
