package execform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// interpreter is a program whose first operand is the script it runs.
type interpreter struct {
	names  []string           // which may end in a version
	flags  *lazyregexp.Regexp // options without a value; behind any other nothing is known
	answer string             // what it says to a folder, %s standing for it
	main   string             // the file that lets it run a folder, "" for none
}

// interpreters and their answers, measured with Python 3.11, bash 5.2 and Perl
// 5.36. Shells other than bash say nothing.
var interpreters = []interpreter{
	{[]string{"python", "pypy"}, lazyregexp.New(`^-[uBEIsSOqvbdix]+$`), "can't find '__main__' module in '%s'", "__main__.py"},
	{[]string{"perl"}, lazyregexp.New(`^-[wWTtuX]+$`), `Can't open perl script "%s": Is a directory`, ""},
	{[]string{"bash"}, shellFlags, "%s: %s: Is a directory", ""},
	{[]string{"sh", "dash", "ash"}, shellFlags, "", ""},
}

var shellFlags = lazyregexp.New(`^(-[abefhlmnpuvxi]+|--login|--posix)$`)

func (in interpreter) is(program string) bool {
	return slices.Contains(in.names, strings.TrimRight(program, "0123456789."))
}

// scriptOf returns the interpreter a command line runs and which of its words
// is the script; false where there is none or an option in between is unknown.
func scriptOf(argv []string) (interpreter, int, bool) {
	for _, in := range interpreters {
		if len(argv) == 0 || !in.is(path.Base(argv[0])) {
			continue
		}
		i := 1
		for i < len(argv) && in.flags.MatchString(argv[i]) {
			i++
		}
		return in, i, i < len(argv) && !strings.HasPrefix(argv[i], "-")
	}
	return interpreter{}, 0, false
}

// says returns the answer to a folder, "" for an interpreter that runs nothing
// and says nothing, and false where that is not known.
func (in interpreter) says(l *launch.Launch, program, folder string) (string, bool) {
	answer := in.answer
	if answer == "" {
		switch l.ShellKind(program) {
		case shell.Dash, shell.Busybox:
			return "", true
		case shell.Bash:
			answer = "%s: %s: Is a directory"
		default:
			return "", false
		}
	}
	return strings.ReplaceAll(answer, "%s", folder), true
}
