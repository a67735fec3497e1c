package launch

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// shellOf reports whether a program takes -c TEXT, and what kind of shell it is:
// Unknown where the image decides (sh) or where none of the kinds fits.
func shellOf(name string) (kind shell.Kind, ok bool) {
	switch name {
	case "ash":
		return shell.Busybox, true
	case "bash":
		return shell.Bash, true
	case "dash":
		return shell.Dash, true
	case "sh", "ksh", "mksh", "zsh":
		return shell.Unknown, true
	}
	return shell.Unknown, false
}

// ShellCommand is a command line that hands a text to a shell, such as
// ["/bin/bash", "-ec", "text", "$0", "$1"].
type ShellCommand struct {
	Text int        // index of the text in the command line
	Kind shell.Kind // of the shell, as far as it is known
}

// ShellCommand recognizes a command line that runs a shell with -c.
func (l *Launch) ShellCommand(argv []string) (ShellCommand, bool) {
	i := 0
	if len(argv) > 1 && path.Base(argv[0]) == "busybox" {
		i = 1
	}
	if i >= len(argv) {
		return ShellCommand{}, false
	}
	if _, ok := shellOf(path.Base(argv[i])); !ok {
		return ShellCommand{}, false
	}
	kind := l.ShellKind(argv[i])
	if i == 1 {
		kind = shell.Busybox
	}
	text, ok := textOperand(argv, i+1)
	return ShellCommand{Text: text, Kind: kind}, ok
}

// textOperand returns the first operand behind shell options that have a c.
func textOperand(argv []string, i int) (int, bool) {
	c := false
	for ; i < len(argv); i++ {
		switch word := argv[i]; {
		case word == "--":
			return i + 1, c && i+1 < len(argv)
		case word == "-o" || word == "+o" || word == "-O" || word == "+O":
			i++
		case strings.HasPrefix(word, "--"):
		case len(word) > 1 && (word[0] == '-' || word[0] == '+'):
			c = c || word[0] == '-' && strings.Contains(word, "c")
			if strings.HasSuffix(word, "o") {
				i++
			}
		default:
			return i, c
		}
	}
	return 0, false
}

// ShellKind tells what kind of shell a program is in this stage's image.
func (l *Launch) ShellKind(program string) shell.Kind {
	name := path.Base(program)
	switch {
	case name != "sh":
		kind, _ := shellOf(name)
		return kind
	case strings.HasPrefix(program, "/busybox/"):
		return shell.Busybox
	case program == "sh", program == "/bin/sh", program == "/usr/bin/sh":
		return l.Sh()
	}
	return shell.Unknown
}

// mayReplaceSh reports whether a text has what otherSh cannot match without:
// sh as a word of its own or at the end of a path, or a setting of Debian's.
// Looking for it is much faster.
func mayReplaceSh(text string) bool {
	for at := 0; ; {
		n := strings.Index(text[at:], "sh")
		if n < 0 {
			return strings.Contains(text, "dpkg-reconfigure") || strings.Contains(text, "-binsh")
		}
		at += n + len("sh")
		begins := at > len("sh") && strings.IndexByte(" \t\n\f\r/", text[at-len("sh")-1]) >= 0
		if begins && (at == len(text) || !isWordByte(text[at])) {
			return true
		}
	}
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

var otherSh = lazyregexp.New(`\b(ln|mv|cp|install|update-alternatives|dpkg-divert)\b[^;&|]*(\s|/)sh(\s|$|")|/bin/sh\b.*\bln\b|dpkg-reconfigure.*dash|(dash|bash|yash)-binsh`)

// hasOtherSh reports whether another shell is put at /bin/sh by this stage, one
// it is built on, or a trigger of that. It is asked for when a shell form is
// judged: most files have none.
func (l *Launch) hasOtherSh() bool {
	if l.otherSh == shell.NotKnown {
		l.otherSh = shell.No
		if l.replacesSh() {
			l.otherSh = shell.Yes
		}
	}
	return l.otherSh == shell.Yes
}

func (l *Launch) replacesSh() bool {
	all := slices.Clip(l.Stage.Instructions)
	if p := l.Base.Parent; p != nil {
		if p.hasOtherSh() {
			return true
		}
		for _, inst := range p.OnBuild {
			all = append(all, inst.Trigger)
		}
	}
	return slices.ContainsFunc(all, replacesSh)
}

// replacesSh reports whether RUN, COPY or ADD put another shell at /bin/sh.
func replacesSh(inst *parser.Instruction) bool {
	switch c := inst.Cmd.(type) {
	case *instructions.CopyCommand:
		return isSh(c.DestPath)
	case *instructions.AddCommand:
		return isSh(c.DestPath)
	case *instructions.RunCommand:
		return mayReplaceSh(inst.Logical.Text) && otherSh.MatchString(inst.Logical.Text)
	}
	return false
}

func isSh(file string) bool {
	file = path.Clean(file)
	return file == "/bin/sh" || file == "/usr/bin/sh"
}

// Sh tells what stands at /bin/sh: what the base image has there, unless a RUN
// of this stage or one it is built on replaces it.
func (l *Launch) Sh() shell.Kind {
	if l.root.Known && !l.hasOtherSh() {
		return l.root.Config.Sh
	}
	return shell.Unknown
}

// shellAt is the SHELL in force from an instruction on; without one, from the
// start of the stage.
type shellAt struct {
	from  Origin
	shell Value[[]string]
}

// ShellAt returns the SHELL that wraps a shell form at an instruction of this
// stage: the last one before it.
func (l *Launch) ShellAt(inst *parser.Instruction) []string {
	above, _ := slices.BinarySearchFunc(l.shells, inst.Span.Start, func(s shellAt, start int) int {
		if s.from.At == nil || s.from.OnBuild != nil { // above all lines of the stage
			return -1
		}
		return cmp.Compare(s.from.At.Span.Start, start)
	})
	if above == 0 {
		return nil
	}
	return l.shells[above-1].shell.V
}

// Windows reports whether a shell is one of Windows.
func Windows(program string) bool {
	name := strings.ToLower(program[strings.LastIndexAny(program, `/\`)+1:])
	switch strings.TrimSuffix(name, ".exe") {
	case "cmd", "powershell", "pwsh":
		return true
	}
	return false
}

// busyboxOnly are images on Alpine that have no other programs than busybox's
// and their own.
var busyboxOnly = []string{"alpine", "busybox", "node", "python", "golang", "nginx"}

// BusyboxEnv reports whether env is surely that of busybox: nothing brings in
// coreutils.
func (l *Launch) BusyboxEnv() bool {
	root := l.Root()
	name, _ := ImageName(root.Ref)
	if !root.Known || root.Config.Sh != shell.Busybox || !slices.Contains(busyboxOnly, name) {
		return false
	}
	for p := l; p != nil; p = p.Base.Parent {
		for _, inst := range p.Stage.Instructions {
			if inst.Verb.Value == "RUN" && strings.Contains(inst.Logical.Text, "coreutils") {
				return false
			}
		}
	}
	return l.Files().Lookup("/usr/bin/env").State == rootfs.Unknown
}
