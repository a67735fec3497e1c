package intent

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// keepOne is for two programs where a container starts one.
const keepOne = "CMD is a command of its own: keep one of the two, or let ENTRYPOINT name a script that runs both"

func startsItTwice(program []string) string {
	return fmt.Sprintf("Keep one of the two: ENTRYPOINT already starts `%s`", program[0])
}

// passOnHelp writes the ENTRYPOINT that gets the words of CMD, and CMD too where
// its shell would be the argument.
func passOnHelp(l *launch.Launch, text *shell.Text) string {
	last, _ := text.Last()
	program, plain := text.Plain()
	options, bare := bareOptions(l, last)
	_, starts := roleOf(l, valuesOf(last.Simple))
	switch {
	case len(starts) > 0 && repeated(starts, cmdWords(l.Cmd)) > 0:
		return startsItTwice(starts)
	case namesTwoPrograms(l, last):
		return keepOne
	case plain && bare:
		return "Write both in exec form: ENTRYPOINT " + rules.ExecForm(program) + " and CMD " + rules.ExecForm(options)
	case plain && startsWithOption(l.Cmd):
		if cmd, ok := shell.Parse(source(l.Cmd)).Last(); ok && cmd.Alone() {
			return oneShell(program, cmd)
		}
	case plain:
		return "Write it in exec form: ENTRYPOINT " + rules.ExecForm(program)
	}
	help := passOnText(l, text)
	if bare {
		help += "; and CMD in exec form: CMD " + rules.ExecForm(options)
	}
	return help
}

// passOnText lets a text that needs a shell read the words.
func passOnText(l *launch.Launch, text *shell.Text) string {
	args, zero := text.UsesArguments()
	script, ok := text.Src, args
	if !args {
		script, ok = withArguments(text)
	}
	switch {
	case !ok:
		return `Move the text into a script that ends with exec and its program followed by "$@", and name that script in exec form`
	case zero:
		return "Let the text read them all: ENTRYPOINT " + script
	}
	argv := l.Entrypoint.V[:len(l.Entrypoint.V)-1]
	return "Let the text pass its arguments on, with a word that becomes $0: ENTRYPOINT " + rules.ExecForm(slices.Concat(argv, []string{script, "--"}))
}

// bareOptions returns the words of a CMD in shell form that needs no shell and is
// for the program, not a command for a script to run.
func bareOptions(l *launch.Launch, last shell.Last) ([]string, bool) {
	words, plain := shell.Parse(source(l.Cmd)).Plain()
	if !l.Cmd.Origin.ShellForm() || !plain || strings.HasPrefix(words[0], "[") { // an array that is none
		return nil, false
	}
	_, program := roleOf(l, valuesOf(last.Simple))
	return words, strings.HasPrefix(words[0], "-") || len(program) > 0 && !isScript(program)
}

// oneShell writes the ENTRYPOINT in which a shell expands the words of CMD.
func oneShell(program []string, cmd shell.Last) string {
	words := make([]string, len(cmd.Words))
	for i, w := range cmd.Words {
		words[i] = w.Src
	}
	return "Remove CMD, and give one shell both: ENTRYPOINT " + rules.ExecForm([]string{"/bin/sh", "-c", "exec " + quoted(program) + " " + strings.Join(words, " ")})
}

// namesTwoPrograms reports whether CMD can only be meant as a command, and the
// program in ENTRYPOINT is not known to run one, nor likely to.
func namesTwoPrograms(l *launch.Launch, last shell.Last) bool {
	words := cmdWords(l.Cmd)
	does, program := roleOf(l, valuesOf(last.Simple))
	switch {
	case len(words) == 0 || strings.HasPrefix(words[0], "-") || strings.HasPrefix(words[0], "["):
		return false
	case len(program) == 0 || does == runner || does == manager || isScript(program) || listed(carriers, program[0]):
		return false
	case isInterpreter(words[0]), isProgramPath(words[0]), isCommand(program, words):
		return true
	}
	return l.Cmd.Origin.ShellForm() && !listed(anything, program[0]) && !listed(packageManagers, program[0])
}

// cmdWords are the words of CMD, those of a text as far as blanks tell.
func cmdWords(cmd commandLine) []string {
	if words := wanted(cmd); !cmd.Origin.ShellForm() || !slices.Equal(words, cmd.V) {
		return words
	}
	return strings.Fields(source(cmd))
}

// valuesOf are the words of a command, as written where an expansion decides.
func valuesOf(c shell.Simple) []string {
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		words[i] = w.Value
		if !w.Literal {
			words[i] = w.Src
		}
	}
	return words
}
