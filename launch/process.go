package launch

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Kind is what a process is there for.
type Kind string

// The kinds of processes.
const (
	Shell   Kind = "shell"   // a shell that runs a text
	Script  Kind = "script"  // a shell script
	Init    Kind = "init"    // tini and its like: starts a child and passes signals on
	Wrapper Kind = "wrapper" // env, gosu, an official entrypoint: sets something up, then starts its arguments
	App     Kind = "app"     // the program itself
)

// Hop is how a process starts the next one of a chain.
type Hop string

// The hops. Only Exec keeps the process number.
const (
	Exec    Hop = "exec"    // the next replaces this one
	Child   Hop = "child"   // the next is a child, this one waits
	None    Hop = "none"    // there is no next
	Unknown Hop = "unknown" // it cannot be told from here
)

// Process is one process of the chain that begins with process 1.
type Process struct {
	Argv []string
	Kind Kind
	Hop  Hop
	Next *Process // nil where Hop is None, or the next cannot be named

	In  *parser.Source // where the process is written; nil where only an image says it
	At  parser.Span
	Why string // why Hop is what it is, one clause

	Lost  []string // words that go no further: behind the text of sh -c, and not read there
	traps bool     // a shell text that sets a trap
	group bool     // an init that signals its child's whole group
}

// maxHops bounds a chain: each hop takes words off, so only a text that starts
// itself could go on.
const maxHops = 16

// chain follows argv from process 1 down.
func (l *Launch) chain(argv []string, from Origin) *Process {
	var first *Process
	next := &first
	for range maxHops {
		if len(argv) == 0 {
			break
		}
		p := &Process{Argv: argv, Kind: App, Hop: None}
		if from.At != nil && from.At.Argv != nil {
			p.In, p.At = l.File.Source, from.At.Span
		}
		argv = l.hop(p, first == nil)
		*next, next = p, &p.Next
	}
	return first
}

// hop fills in what the process is and returns the words it starts.
func (l *Launch) hop(p *Process, first bool) []string {
	if sc, ok := l.ShellCommand(p.Argv); ok {
		return p.shellHop(sc)
	}
	if Windows(p.Argv[0]) {
		p.Kind, p.Hop, p.Why = Shell, Unknown, "shells of Windows are not read"
		return nil
	}
	if first && l.isOfficialEntrypoint(p.Argv) {
		return l.officialHop(p)
	}
	if prog, ok := ProgramOf(p.Argv[0]); ok {
		return p.programHop(prog)
	}
	if looksLikeScript(p.Argv) {
		p.Kind, p.Hop = Script, Unknown
		p.Why = "the script decides what it starts"
	}
	return nil
}

func (p *Process) shellHop(sc ShellCommand) []string {
	p.Kind, p.Hop = Shell, Unknown
	text := shell.Parse(p.Argv[sc.Text])
	if text.Err != nil {
		p.Why = "its text cannot be parsed: " + text.Err.Error()
		return nil
	}
	p.traps = text.Traps()
	last, ok := text.Last()
	if !ok {
		p.Hop, p.Why = None, "its text does not end with a command"
		return nil
	}
	words := positional(last.Words, p.Argv[sc.Text:])
	p.Lost = lost(text, p.Argv[sc.Text+1:])
	if last.In.Background {
		p.Hop, p.Why = None, fmt.Sprintf("its text ends with &: the shell starts %s and exits", last.Words[0].Src)
		return nil
	}
	switch sc.Kind.ReplacedBy(text, last) {
	case shell.Yes:
		p.Hop, p.Why = Exec, fmt.Sprintf("%s replaces itself by the last command", sc.Kind)
		if last.Exec {
			p.Why = "exec replaces the shell"
		}
	case shell.No:
		p.Hop, p.Why = Child, stays(sc.Kind, last)
	default:
		p.Why = "whether this shell replaces itself by its last command is not known"
	}
	return words
}

func stays(kind shell.Kind, last shell.Last) string {
	switch {
	case last.In.Pipe:
		return "the command is part of a pipeline, the shell waits for it"
	case last.Exec:
		return "exec replaces only the subshell"
	case kind == shell.Unknown:
		return "the shell waits for the command"
	}
	return fmt.Sprintf("%s waits for the command", kind)
}

// lost returns the words behind the text of sh -c that it does not read. The
// first of them is $0.
func lost(text *shell.Text, rest []string) []string {
	args, zero := text.UsesArguments()
	switch {
	case !args && !zero:
		return rest
	case args && !zero && len(rest) > 0:
		return rest[:1]
	}
	return nil
}

// positional replaces "$@" and "$0" by the words behind the text, as the shell
// does; what else is expanded stays as written.
func positional(words []shell.Word, rest []string) []string {
	var argv []string
	for _, w := range words {
		switch {
		case w.Src == `"$@"` || w.Src == `$@`:
			argv = append(argv, rest[min(2, len(rest)):]...)
		case (w.Src == `"$0"` || w.Src == "$0") && len(rest) > 1:
			argv = append(argv, rest[1])
		case w.Literal:
			argv = append(argv, w.Value)
		default:
			argv = append(argv, w.Src)
		}
	}
	return argv
}

func (p *Process) programHop(prog Program) []string {
	p.Kind, p.Hop = prog.Kind, prog.Hop
	i, ok := prog.Command(p.Argv)
	if !ok {
		p.Hop, p.Why = None, prog.Name+" is given no command"
		return nil
	}
	p.group = prog.Kind == Init && prog.SignalsGroup(p.Argv)
	switch {
	case prog.Hop == Exec:
		p.Why = prog.Name + " replaces itself by its command"
	case p.group:
		p.Why = prog.Name + " passes signals on to its child's process group"
	case prog.Kind == Init:
		p.Why = prog.Name + " passes signals on to its child"
	default:
		p.Why = prog.Name + " stays and waits for its command"
	}
	return p.Argv[i:]
}

// isOfficialEntrypoint reports whether argv begins with the known wrapper
// entrypoint of the base image.
func (l *Launch) isOfficialEntrypoint(argv []string) bool {
	c := l.Root().Config
	n := len(c.Entrypoint)
	return c.Wrapper != "" && n > 0 && len(argv) >= n && slices.EqualFunc(argv[:n], c.Entrypoint, sameProgram)
}

func sameProgram(a, b string) bool { return path.Base(a) == path.Base(b) }

func (l *Launch) officialHop(p *Process) []string {
	root := l.Root()
	p.Kind, p.Hop = Wrapper, Exec
	rest := p.Argv[len(root.Config.Entrypoint):]
	p.Why = fmt.Sprintf("the entrypoint of %s ends with exec \"$@\"", root.Ref)
	if len(rest) == 0 {
		p.Hop, p.Why = None, p.Why+", and there are no arguments: it exits at once"
		return nil
	}
	if root.Config.Wrapper == "node" && nodeAddsItself(rest) {
		p.Why = fmt.Sprintf("the entrypoint of %s puts node in front of what is no command, and execs it", root.Ref)
		return append([]string{"node"}, rest...)
	}
	return rest
}

// nodeAddsItself is the test of docker-entrypoint.sh in nodejs/docker-node: an
// option, or a word that is no program. Whether a word is one is judged by its
// looks: a blank in it, or a JavaScript file.
func nodeAddsItself(argv []string) bool {
	w := argv[0]
	switch path.Ext(w) {
	case ".js", ".mjs", ".cjs":
		return !strings.HasPrefix(w, "/") && !strings.HasPrefix(w, "./")
	}
	return strings.HasPrefix(w, "-") || strings.Contains(w, " ")
}

// looksLikeScript tells a script from a program by its name, as long as the
// build context is not read.
func looksLikeScript(argv []string) bool {
	name := path.Base(argv[0])
	if _, isShell := shells[name]; isShell {
		return len(argv) > 1
	}
	return path.Ext(name) == ".sh" || strings.Contains(name, "entrypoint")
}
