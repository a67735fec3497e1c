package shellform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// busybox is the shell of distroless's images for debugging, which start it.
const busybox = "/busybox/sh"

func hasBusybox(c *rules.Command) bool {
	return strings.Join(c.Launch.Root().Config.Entrypoint, " ") == busybox
}

func noShellHelp(c *rules.Command) string {
	text := shell.Parse(c.Body.Text)
	words, plain := text.Plain()
	switch {
	case !plain && hasBusybox(c):
		return "Name the shell that the image has: " + inShell(c, []string{busybox, "-c"})
	case !plain:
		return "Write it in exec form, without what only a shell does, or build on an image that has a shell"
	case goesWithShell(text) && !isCopied(c.Launch, words[0]):
		return "Name a program that the image has, in exec form, or build on an image that has a shell"
	}
	verb := instruction(c)
	if c.Verb() == "HEALTHCHECK" {
		verb += " … CMD"
	}
	return fmt.Sprintf("Write it in exec form: %s %s", verb, rules.ExecForm(words))
}

// goesWithShell reports whether a program is a script for a shell, a shell, or
// a tool such as echo: an image without a shell has none of these by itself.
func goesWithShell(text *shell.Text) bool {
	c, ok := text.First()
	if !ok || c.Name() == "" || path.Ext(c.Name()) == ".sh" {
		return true
	}
	folder := path.Dir(c.Words[0].Value)
	return slices.Contains([]string{".", "/bin", "/usr/bin"}, folder) && (!c.LongRunning() || c.Idle())
}

// isCopied reports whether the stage, or one it is built on, copies a file of
// that name.
func isCopied(l *launch.Launch, program string) bool {
	for ; l != nil; l = l.Base.Parent {
		for _, inst := range l.Stage.Instructions {
			if inst.Verb.Value != "COPY" && inst.Verb.Value != "ADD" {
				continue
			}
			if slices.ContainsFunc(inst.Words, func(w parser.Word) bool { return path.Base(w.Value) == path.Base(program) }) {
				return path.Ext(program) != ".sh"
			}
		}
	}
	return false
}
