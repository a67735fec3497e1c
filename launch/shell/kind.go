// Package shell reads the text a shell is given, as in CMD in shell form or in
// ["sh", "-c", "…"], and says what that shell will do with it: which command
// runs last, whether it replaces the shell, which variables are read.
package shell

// Kind is a shell program. Shells differ in whether they replace themselves by
// the last command of their text.
type Kind string

// The kinds. Unknown is the zero value.
const (
	Unknown    Kind = ""
	Dash       Kind = "dash"    // Debian, Ubuntu: forks, also for a single command
	Busybox    Kind = "busybox" // Alpine: execs the last command
	Bash       Kind = "bash"    // Fedora, Rocky …: execs the last simple command
	None       Kind = "none"    // scratch, distroless: there is no shell
	Cmd        Kind = "cmd"     // Windows
	PowerShell Kind = "powershell"
)

// ReplacedBy tells whether a shell of this kind becomes the command c, so that
// c gets its process number, rather than waiting for c as a child.
//
// Measured with dash 0.5.11 and 0.5.12 (Debian 11 to 13), busybox 1.35 and
// 1.38, and bash 4.2 to 5.3. For bash, see [Kind.Since].
func (k Kind) ReplacedBy(t *Text, c Last) Answer {
	switch {
	case c.In.Pipe || c.In.Background:
		return No
	case c.Exec:
		return k.execs(c)
	case c.In.Negated:
		return No
	}
	switch k {
	case Dash:
		return No
	case Busybox:
		return busyboxExecs(t, c)
	case Bash:
		return bashExecs(t, c)
	default:
		return NotKnown
	}
}

// Since returns the first version of bash that replaces itself by c, and "" for
// a kind and a command where the version makes no difference.
func (k Kind) Since(c Last) string {
	switch {
	case k != Bash || c.Exec:
		return ""
	case c.In.Sequence:
		return "5.1"
	case c.In.AndOr:
		return "4.4"
	}
	return ""
}

// execs is about an explicit exec: in a subshell it replaces the subshell,
// which is the shell itself only on busybox.
func (k Kind) execs(c Last) Answer {
	switch {
	case !c.In.Subshell || k == Busybox:
		return Yes
	case k == Dash || k == Bash:
		return No
	}
	return NotKnown
}

// busyboxExecs: the redirections of a compound command have to be undone, and
// those of ( ) do not.
func busyboxExecs(t *Text, c Last) Answer {
	switch {
	case t.Traps():
		return No
	case c.Redirected && (c.In.Group || c.In.Branch):
		return NotKnown
	}
	return Yes
}

// bashExecs: only a simple command without redirections, at the end of either
// a sequence or an AND-OR list, not of one inside the other.
func bashExecs(t *Text, c Last) Answer {
	in := c.In
	switch {
	case c.Redirected, in.Subshell, in.Group, in.Branch, in.Jobs, in.Sequence && in.AndOr:
		return No
	case t.handles():
		return No
	case t.Traps(): // trap '' TERM lets bash 5.2 go on as without a trap
		return NotKnown
	}
	return Yes
}
