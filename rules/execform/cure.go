package execform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// correct tells how to write the words a broken array was meant to hold.
func correct(c *rules.Command, words []string) string {
	if isLine(words) {
		return commandLine(c, words[0])
	}
	_, handedToShell := c.Launch.ShellCommand(words)
	switch split, ok := shellSplit(c, words); {
	case ok:
		return "Write " + inExec(c, split...)
	case isList(words):
		return commandList(c, words)
	case hasVariable(words) && c.Launch.Sh() == shell.None:
		return fmt.Sprintf("Variables need a shell, and `%s` brings none: let the program read them from its environment", c.Launch.Root().Ref)
	case !slices.ContainsFunc(words, func(w string) bool { return w != "" }):
		return "Write " + inExec(c)
	case hasVariable(words) && !handedToShell:
		return "Variables need a shell: write " + throughShell(c, inShell(words))
	}
	return "Write " + inExec(c, words...)
}

// isLine reports whether the words are one that holds a whole command line.
func isLine(words []string) bool { return len(words) == 1 && strings.ContainsAny(words[0], " \t") }

// plainLine splits a command line that needs no shell.
func plainLine(words []string) ([]string, bool) {
	if !isLine(words) {
		return nil, false
	}
	return shell.Parse(words[0]).Plain()
}

// commandLine tells how to write what a person types at a prompt.
func commandLine(c *rules.Command, line string) string {
	return needsShell(c, "It needs a shell: write ", line)
}

// shellSplit takes a shell and its option apart that share a word, and lets the
// last program of its text replace it.
func shellSplit(c *rules.Command, words []string) ([]string, bool) {
	if len(words) < 2 || !isLine(words[:1]) {
		return nil, false
	}
	split := slices.Concat(strings.Fields(words[0]), words[1:])
	sc, ok := c.Launch.ShellCommand(split)
	if ok {
		split[sc.Text] = shell.WithExec(split[sc.Text])
	}
	return split, ok
}

// isList reports whether the words are several command lines.
func isList(words []string) bool {
	return len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool {
		return !isLine([]string{strings.TrimSpace(w)}) || strings.HasPrefix(w, "-")
	})
}

// commandList tells how to write command lines that are to run one after another.
func commandList(c *rules.Command, lines []string) string {
	if c.Launch.Sh() == shell.None {
		return fmt.Sprintf("A list of commands needs a shell, and `%s` brings none: name one program", c.Launch.Root().Ref)
	}
	return "A list of commands needs a shell: write " + throughShell(c, strings.Join(lines, " && "))
}

// continued tells how to write an array and what follows it.
func continued(c *rules.Command, words []string, tail string) string {
	switch {
	case strings.HasPrefix(tail, "#"):
		return "Put the comment on a line of its own above " + inExec(c, words...)
	case c.Verb() == "HEALTHCHECK" && strings.HasPrefix(tail, "--"):
		return fmt.Sprintf("Put the option in front of CMD: HEALTHCHECK %s CMD %s", tail, rules.ExecForm(words))
	case isOperator(tail) && c.Verb() == "HEALTHCHECK":
		return fmt.Sprintf("Write it in shell form: %s %s %s", instruction(c), inShell(words), tail)
	case isOperator(tail):
		return "Hand it to a shell: " + inExec(c, "sh", "-c", inShell(words)+" "+tail)
	case strings.HasPrefix(strings.TrimLeft(tail, ", "), "["):
		if second := readArray(strings.TrimLeft(tail, ", ")); len(second.faults) == 0 && second.tail().Empty() {
			more, _ := second.repaired()
			return "If these are further words, write one array: " + inExec(c, append(words, more...)...)
		}
	}
	return fmt.Sprintf("Remove `%s`: %s", rules.Clip(tail), inExec(c, words...))
}

// isOperator reports whether a shell would read the text as more than a stray
// character: an operator and what belongs to it.
func isOperator(tail string) bool {
	rest := strings.TrimLeft(tail, "|&;<>0123456789")
	return len(rest) < len(tail) && strings.TrimSpace(rest) != "" && strings.ContainsAny(tail[:len(tail)-len(rest)], "|&;<>")
}

// replaced tells how to have the variables in the words of a command put in.
func replaced(c *rules.Command) string {
	words := c.Strings()
	front := c.Launch.Entrypoint
	_, starts := programOf(c)
	switch ownCmd := c.Verb() == "CMD" && c.OnBuild == nil; {
	case onWindows(c):
		return "Put a shell in front: " + inExec(c, "cmd", "/S", "/C", strings.Join(words, " "))
	case c.Launch.Sh() == shell.None, c.Verb() == "CMD" && strings.HasPrefix(words[0], "-") && !(ownCmd && front.Known):
		return "Let the program read the variable from its environment"
	case ownCmd && front.Known && len(front.V) > 0 && !starts:
		text := "exec " + inShell(slices.Concat(front.V, words))
		return "Write ENTRYPOINT and CMD as one text for a shell: ENTRYPOINT " + rules.ExecForm([]string{"sh", "-c", text})
	case isLine(words):
		return commandLine(c, words[0])
	}
	return "Put a shell in front that the program replaces: " + throughShell(c, inShell(words))
}
