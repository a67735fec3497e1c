package shell

import (
	"slices"
	"strings"
)

// inFront are the letters that keep a daemon from going to the background, which
// it does without one of them (cron(8), crond(8), sshd(8), rsyslogd(8)). What
// else does so is told by its configuration.
func inFront(daemon string) (letters string) {
	switch daemon {
	case "cron":
		return "fxL"
	case "crond":
		return "fndxVh"
	case "sshd":
		return "DdtTiGV"
	case "rsyslogd":
		return "nNv"
	}
	return ""
}

// GoesBack reports whether the command is a daemon that starts itself in the
// background, and returns.
func (c Simple) GoesBack() bool {
	letters := inFront(c.Name())
	return letters != "" && !slices.ContainsFunc(c.Words[1:], func(w Word) bool {
		return !w.Literal || strings.HasPrefix(w.Value, "-") && strings.ContainsAny(w.Value, letters)
	})
}
