package execform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// needsShell tells how to write a text that a shell has to read, behind the words
// in front: without one where that is possible after all.
func needsShell(c *rules.Command, lead, text string, front ...string) string {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutSuffix(text, "&"); ok && !strings.HasSuffix(rest, "&") {
		return needsShell(c, "The container ends with its first process, so there is no background: write ", rest, front...)
	}
	if words, ok := shell.Parse(text).Plain(); ok {
		if sc, ok := c.Launch.ShellCommand(words); ok && c.Verb() != "HEALTHCHECK" {
			words[sc.Text] = shell.WithExec(words[sc.Text])
		}
		if strings.Contains(lead, "shell") {
			lead = "Write "
		}
		return lead + inExec(c, append(front, words...)...)
	}
	if rest, ok := withoutSink(c, text); ok {
		return needsShell(c, "docker logs keeps what the program prints, without a pipe: write ", rest, front...)
	}
	if words, ok := condaRun(text); ok && len(front) == 0 {
		return "conda activate needs the set-up of an interactive shell: write " + inExec(c, words...)
	}
	if c.Launch.Sh() == shell.None {
		return fmt.Sprintf("It needs a shell, and `%s` brings none: name a program and its arguments, one word for each", c.Launch.Root().Ref)
	}
	return lead + throughShell(c, text, front...)
}

// throughShell writes a command instruction that hands a text to a shell, behind
// the words in front. The last program replaces that shell where it can, and an
// ENTRYPOINT of one program gets the arguments of docker run. The shell is bash
// where sh may not be enough and the image has it.
func throughShell(c *rules.Command, text string, front ...string) string {
	text = withDot(text)
	sh, read := "sh", shell.Parse(text)
	if c.Launch.Sh() != shell.Bash && len(read.Bashisms()) > 0 && c.Launch.Files().Program("bash") == shell.Yes {
		sh = "bash"
	}
	last, ok := read.Last()
	front = append(slices.Clip(front), sh, "-c")
	switch {
	case c.Verb() == "HEALTHCHECK" && len(front) == 2 && sh == "sh":
		return instruction(c) + " " + text
	case c.Verb() == "HEALTHCHECK":
		return inExec(c, append(front, text)...)
	case ok && c.Verb() == "ENTRYPOINT" && len(front) == 2 && last.Alone() && !last.Exec && !shell.RunsItself(last.Name()):
		return inExec(c, append(front, shell.WithExec(text)+` "$@"`, "--")...)
	}
	return inExec(c, append(front, shell.WithExec(text))...)
}

// withDot writes source as every shell knows it. The dot looks for a file without
// a slash on PATH alone.
func withDot(text string) string {
	for _, b := range slices.Backward(shell.Parse(text).Bashisms()) {
		if b.Form != "source" {
			continue
		}
		file := strings.TrimLeft(text[b.End:], " \t")
		name := strings.FieldsFunc(file+" ", func(r rune) bool { return strings.ContainsRune(" \t;&|", r) })
		if len(name) > 0 && plainWord.MatchString(name[0]) && !strings.Contains(name[0], "/") {
			file = "./" + file
		}
		text = text[:b.Start] + ". " + file
	}
	return text
}

// withoutSink takes off what only keeps the output of a server: a pipe at the end
// of a text.
func withoutSink(c *rules.Command, text string) (string, bool) {
	last, ok := shell.Parse(text).Last()
	if !ok || !last.In.Pipe || !last.Fed || !shell.KeepsLog(last.Name()) || c.Verb() == "HEALTHCHECK" {
		return text, false
	}
	return strings.CutSuffix(strings.TrimRight(text[:last.Start], " \t&"), "|")
}

var activates = lazyregexp.New(`^(conda|mamba) activate ([A-Za-z0-9_.-]+)\s*(?:&&|;)\s*(.+)$`)

// condaRun writes a program in an environment of conda without a shell.
func condaRun(text string) ([]string, bool) {
	m := activates.FindStringSubmatch(text)
	if m == nil {
		return nil, false
	}
	words, ok := shell.Parse(m[3]).Plain()
	return append([]string{m[1], "run", "--no-capture-output", "-n", m[2]}, words...), ok
}
