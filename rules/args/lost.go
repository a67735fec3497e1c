package args

import (
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// dropped reports whether ENTRYPOINT hands a text to a shell that reads nothing
// of CMD: EP301 says so, and what the words of CMD are does not matter.
func dropped(c *rules.Command, l *launch.Launch) bool {
	if c.Verb() != "CMD" || !l.Entrypoint.Known {
		return false
	}
	sc, ok := l.ShellCommand(l.Entrypoint.V)
	return ok && readsNothing(shell.Parse(l.Entrypoint.V[sc.Text]))
}

// loses reports whether nothing reads the i-th word, for it stands behind the
// text of sh -c: EP207 says so.
func (t shellText) loses(i int) bool { return t.word >= 0 && i > t.word && readsNothing(t.Text) }

func readsNothing(t *shell.Text) bool {
	args, zero := t.UsesArguments()
	return !args && !zero
}
