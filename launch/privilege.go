package launch

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// AsUser reads the command line of su, runuser or sudo: who runs what. It is
// false for another program, and where there is no command: a shell for a
// person.
func AsUser(argv []string) (user, command string, ok bool) {
	switch path.Base(argv[0]) {
	case "sudo":
		return asSudo(argv)
	case "runuser":
		if at := slices.IndexFunc(argv, func(arg string) bool { return arg == "-u" || arg == "--user" }); at > 0 && at+2 < len(argv) {
			prog, _ := ProgramOf(argv[0])
			command, ok := prog.Command(argv)
			if !ok {
				return "", "", false
			}
			return argv[at+1], strings.Join(argv[command:], " "), true
		}
		return asSu(argv)
	case "su":
		return asSu(argv)
	}
	return "", "", false
}

func asSu(argv []string) (user, command string, ok bool) {
	for i := 1; i < len(argv); i++ {
		switch arg := argv[i]; {
		case slices.Contains([]string{"-c", "-lc", "--command"}, arg) && i+1 < len(argv):
			i++
			command = argv[i]
		case slices.Contains([]string{"-s", "-g", "--shell"}, arg):
			i++
		case !strings.HasPrefix(arg, "-") && user == "":
			user = arg // the other operands are words for the shell of the user
		}
	}
	return cmp.Or(user, "root"), command, command != ""
}

func asSudo(argv []string) (user, command string, ok bool) {
	user = "root"
	prog, _ := ProgramOf(argv[0])
	at, ok := prog.Command(argv)
	if !ok {
		return user, "", false
	}
	for i, arg := range argv[:at-1] {
		together := strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--") && strings.HasSuffix(arg, "u")
		if together || arg == "--user" {
			user = argv[i+1]
		}
	}
	return user, strings.Join(argv[at:], " "), true
}

// startsUsersShell reports whether a command line is one of su, or of runuser
// without -u: both hand a text to the login shell of a user, which is not known.
func startsUsersShell(argv []string) bool {
	switch path.Base(argv[0]) {
	case "su":
		return true
	case "runuser":
		return !slices.ContainsFunc(argv, func(arg string) bool { return arg == "-u" || arg == "--user" || strings.HasPrefix(arg, "--user=") })
	}
	return false
}

// usersShellHop tells what becomes of su: that of busybox replaces itself, that of
// util-linux waits for the shell and kills it two seconds after SIGTERM (measured
// with 2.38).
func (p *Process) usersShellHop(sh shell.Kind) {
	name := path.Base(p.Argv[0])
	text := "the shell of the user"
	if _, command, ok := AsUser(p.Argv); ok {
		text += fmt.Sprintf(", which runs `%s`", command)
	}
	p.Kind, p.Hop, p.Why = Wrapper, Child, name+" stays and waits for "+text
	switch {
	case sh == shell.Busybox && name == "su":
		p.Hop, p.Why = Unknown, name+" replaces itself by "+text
	case sh == shell.Unknown && name == "su":
		p.Hop, p.Why = Unknown, "whether this su stays in front of "+text+" is not known"
	}
}
