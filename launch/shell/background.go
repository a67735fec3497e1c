package shell

import (
	"slices"

	"github.com/entrylint/entrylint/launch/daemon"
)

// GoesBack reports whether the command is a daemon that starts itself in the
// background, and returns. One whose configuration may keep it in front is none.
func (c Simple) GoesBack() bool {
	if len(c.Words) == 0 || slices.ContainsFunc(c.Words, func(w Word) bool { return !w.Literal }) {
		return false
	}
	argv := make([]string, len(c.Words))
	for i, w := range c.Words {
		argv[i] = w.Value
	}
	d, ok := daemon.Of(argv, nil)
	return ok && !d.IsConfigured()
}
