package shellform

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// wrapped is the ending of a text that a shell gets behind what replaces itself by
// it, such as gosu or env, or from an ENTRYPOINT that is the shell alone.
func wrapped(c *rules.Command) (ending, bool) {
	if c.Form != parser.Exec || c.OnBuild != nil || c.ShellText() != nil {
		return ending{}, false
	}
	start, first := c.Launch.Start(launch.Run{}), 0
	if c.Verb() == "CMD" {
		first = len(start.Entrypoint.V)
	}
	for p := start.Process; p != nil && start.Argv.Known; p = p.Next {
		at := len(start.Argv.V) - len(p.Argv)
		if at < 0 || !slices.Equal(start.Argv.V[at:], p.Argv) {
			break
		}
		if p.Kind == launch.Shell {
			return handed(c, p, at, first)
		}
		if p.Hop != launch.Exec {
			break
		}
	}
	return ending{}, false
}

// handed is the ending of the text that a shell of the chain gets, where c writes
// it: the shell's command line begins at a word of ENTRYPOINT + CMD, c at another.
func handed(c *rules.Command, p *launch.Process, at, first int) (ending, bool) {
	sc, ok := c.Launch.ShellCommand(p.Argv)
	word := at + sc.Text - first
	if !ok || word < 0 || word >= len(c.Words) {
		return ending{}, false
	}
	e, ok := endingIn(c, c.TextIn(word, sc.Kind))
	e.sh, e.front = p.Argv[:sc.Text], max(at-first, 0)
	e.behind = at < first
	return e, ok
}

// second is the ending of a text that a shell form hands to one more shell, as
// in exec sh -c '…', and where it stands.
func second(e ending) (ending, parser.Span, bool) {
	if e.text == nil || e.Form != parser.Shell || !e.last.Exec || !e.last.Alone() || slices.ContainsFunc(e.last.Words, func(w shell.Word) bool { return !w.Literal }) {
		return ending{}, parser.Span{}, false
	}
	argv := make([]string, len(e.last.Words))
	for i, w := range e.last.Words {
		argv[i] = w.Value
	}
	sc, ok := e.Launch.ShellCommand(argv)
	if !ok || sc.Text != len(argv)-1 {
		return ending{}, parser.Span{}, false
	}
	word := e.last.Words[sc.Text]
	inner := *e.text
	inner.Text, inner.Kind = e.Launch.Text(argv[sc.Text]), sc.Kind
	in, ok := endingIn(e.Command, &inner)
	in.sh = argv[:sc.Text]
	return in, e.text.At(word.Start, word.End), ok
}

// secondCure leaves out the shell that is not needed.
func (e ending) secondCure() string {
	if e.last.In.Pipe || e.last.In.Subshell || e.last.In.Branch {
		return e.cure()
	}
	return e.withExample(fmt.Sprintf("One shell is enough, with exec in front of `%s`", e.program()), e.execed(""))
}
