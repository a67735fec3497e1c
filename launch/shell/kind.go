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

// Answer is yes, no, or not known.
type Answer int

// The answers; not known is the zero value.
const (
	NotKnown Answer = iota
	No
	Yes
)

// ReplacedBy tells whether a shell of this kind becomes the command c, so that
// c gets its process number, rather than waiting for c as a child.
//
// Measured with dash 0.5.12-2 (Debian 12), busybox 1.35 and bash 5.2: dash
// never does without exec, busybox always where nothing follows, bash only for
// a simple command without redirections.
func (k Kind) ReplacedBy(t *Text, c Last) Answer {
	apart := c.In.Pipe || c.In.Background || c.In.Negated
	switch {
	case apart:
		return No
	case c.Exec:
		return c.execAnswer(k)
	case t.Traps():
		return No
	}
	switch k {
	case Dash:
		return No
	case Busybox:
		return Yes
	case Bash:
		if c.Redirected || c.In.Subshell || c.In.Group || c.In.Branch {
			return No
		}
		return Yes
	default:
		return NotKnown
	}
}

// execAnswer is about an explicit exec: in a subshell it replaces the
// subshell, which is the shell itself only on busybox.
func (c Last) execAnswer(k Kind) Answer {
	if !c.In.Subshell {
		return Yes
	}
	switch k {
	case Busybox:
		return Yes
	case Dash, Bash:
		return No
	default:
		return NotKnown
	}
}
