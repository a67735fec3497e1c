package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/rules"
)

// entrypointCure keeps the arguments too.
func entrypointCure(e ending, ok bool) string {
	if !ok || !e.takesArguments() {
		return "Move the text into a script that uses \"$@\" where the arguments belong, and name the script in exec form"
	}
	in := e.last.In
	if in.Pipe || in.Background || in.Subshell || in.Branch {
		return "Move the text into a script that ends with exec … \"$@\", and name the script in exec form"
	}
	args, zero := e.text.UsesArguments()
	if words, plain := e.plain(); plain {
		return inExecForm(e.instruction(), words)
	} else if args && zero {
		return e.cure()
	}
	behind := ` "$@"`
	if args {
		behind = ""
	}
	words := append(e.Launch.ShellAt(e.Inst), e.execed(behind), "--")
	if example := e.instruction() + " " + rules.ExecForm(words); isShort(example) {
		return "Let the program replace the shell and hand the arguments on: " + example
	}
	return fmt.Sprintf("Move the text into a script that ends with exec %s … \"$@\", and name the script in exec form", e.program())
}

// takesArguments reports whether the last command can be what the arguments of
// docker run are for: it is the only one, or no builtin and no echo or tail at
// the end of a text that does its work before.
func (e ending) takesArguments() bool {
	if e.last.In.Background || e.last.In.Pipe {
		return true
	}
	if _, plain := e.plain(); plain {
		return true
	}
	return e.last.LongRunning() && e.last.Name() != "tail" && e.last.Name() != "sleep"
}
