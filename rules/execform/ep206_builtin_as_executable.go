package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var builtinAsExecutable = &rules.Rule{
	Code:     "EP206",
	Name:     "builtin-as-executable",
	Summary:  "exec form names a command of the shell, or NAME=value, where a program belongs",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkBuiltinAsExecutable,
}

func checkBuiltinAsExecutable(p *rules.Pass) {
	for _, c := range p.Commands() {
		if strings.Contains(c.Body.Text, "CMD") {
			if f, ok := composeWord(c); ok {
				p.Report(f)
				continue
			}
		}
		prog, ok := programOf(c)
		if !ok || onWindows(c) {
			continue
		}
		name := c.Words[prog.word].Value
		what := notAProgram(c.Launch, name)
		line := isAssignment(name) && hasBlank(c.Words[prog.word]) && prog.word == len(c.Words)-1 // and a program in the same word
		if what == "" || line || isBrought(c.Launch, name) {
			continue
		}
		p.Report(rules.Finding{
			At:      c.Command.Span,
			Message: fmt.Sprintf("%s: %s", what, unfound(c, prog)),
			Help:    programHelp(c, prog.word),
		})
	}
}

// assignment matches a word that sets a variable to a shell.
var assignment = lazyregexp.New(`^[A-Za-z_][A-Za-z0-9_]*=`)

func isAssignment(word string) bool {
	return strings.Contains(word, "=") && assignment.MatchString(word)
}

// notAProgram says why no program has the name; "" where one may.
func notAProgram(l *launch.Launch, name string) string {
	switch {
	case isAssignment(name):
		return fmt.Sprintf("`%s` sets a variable only in a shell, here it is the program's name", rules.Clip(name))
	case shell.Builtin(name) && l.Sh().OnlyBuiltin(name):
		return fmt.Sprintf("`%s` is a command of the shell, no program", name)
	}
	return ""
}

// unfound says who looks for the program in vain.
func unfound(c *rules.Command, prog program) string {
	name := c.Words[prog.word].Value
	root := c.Launch.Root().Config
	switch official := prog.by != nil && root.Wrapper == "node" && len(root.Entrypoint) > 0 &&
		path.Base(prog.by.Argv[0]) == path.Base(root.Entrypoint[0]); {
	case official && !knownToDash(name):
		return fmt.Sprintf("%s takes it for a script and starts `node %s`", path.Base(prog.by.Argv[0]), rules.Clip(name))
	case c.Verb() == "HEALTHCHECK":
		return fmt.Sprintf("every check fails: `%s`", execError(name))
	}
	return prog.answer(c)
}

// knownToDash reports whether command -v, with which the entrypoint of the node
// image asks for a program, finds the name in dash or busybox sh.
func knownToDash(name string) bool {
	switch name {
	case "source", "shopt", "declare", "pushd", "popd", "builtin", "disown", "mapfile", "readarray", "typeset", "select", "function", "[[", "((":
		return false
	}
	return shell.Builtin(name)
}

// programHelp tells what to write in place of a command of the shell.
func programHelp(c *rules.Command, word int) string {
	words := c.Strings()
	front, name, rest := words[:word:word], words[word], words[word+1:]
	switch named := len(rest) > 0; {
	case isAssignment(name) && named:
		return fmt.Sprintf("Set it with ENV %s, and write %s", envWord(name), inExec(c, append(front, rest...)...))
	case isAssignment(name):
		return "Set it with ENV " + envWord(name)
	case name == "exec" && named:
		return "In exec form the program is process 1 anyway: write " + inExec(c, append(front, rest...)...)
	case len(rest) == 1 && settingHelp(c, name, rest[0]) != "":
		return settingHelp(c, name, rest[0])
	case setsUp.Has(name) && c.Verb() != "HEALTHCHECK" && !slices.ContainsFunc(rest, isOperatorWord):
		return "It needs a shell, and a program behind it: write " + throughShell(c, typed(append(words[word:], "&&", "program")), front...)
	case name == "time" && named:
		return needsShell(c, "Leave out `time`, which only bash has: write ", typed(slices.DeleteFunc(slices.Clone(rest[:1]), isOption))+" "+typed(rest[1:]), front...)
	}
	return needsShell(c, "It needs a shell: write ", typed(words[word:]), front...)
}

// settingHelp names the instruction that does what a command of the shell would; ""
// for none.
func settingHelp(c *rules.Command, name, operand string) string {
	switch {
	case name == "cd":
		return fmt.Sprintf("Change the folder with WORKDIR %s, and name a program in %s", operand, instruction(c))
	case name == "export" && assignment.MatchString(operand):
		return fmt.Sprintf("Set it with ENV %s, and name a program in %s", envWord(operand), instruction(c))
	}
	return ""
}

// setsUp are commands after which something else has to be started.
const setsUp wordset.Set = ". alias cd export popd pushd set shopt source trap ulimit umask unset"

// envWord quotes NAME=value as ENV wants it.
func envWord(word string) string {
	name, value, _ := strings.Cut(word, "=")
	if plainWord.MatchString(value) || value == "" {
		return word
	}
	return fmt.Sprintf("%s=%q", name, value)
}
