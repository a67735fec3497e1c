package execform

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

// execError is what the engine (runc) answers where there is no such program;
// of a long name only the reason.
func execError(name string) string {
	reason := "executable file not found in $PATH"
	if strings.Contains(name, "/") {
		reason = "no such file or directory"
	}
	switch {
	case len(name) > 40:
		return reason
	case strings.Contains(name, "/"):
		return fmt.Sprintf("exec: %q: stat %s: %s", name, name, reason)
	}
	return fmt.Sprintf("exec: %q: %s", name, reason)
}

// answer is what is said where there is no program of that name: by the engine,
// or by the program that is to start it.
func (prog program) answer(c *rules.Command) string {
	name := c.Words[prog.word].Value
	switch {
	case prog.by != nil:
		return fmt.Sprintf("%s finds no program `%s`", path.Base(prog.by.Argv[0]), rules.Clip(name))
	case onWindows(c):
		return fmt.Sprintf("there is no program `%s`", rules.Clip(name))
	}
	return "`" + execError(name) + "`"
}
