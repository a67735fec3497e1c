package launch

import (
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
	None    Hop = "none"    // nothing is started; a next one is what should have been
	Unknown Hop = "unknown" // it cannot be told from here
)

// Process is one process of the chain that begins with process 1.
type Process struct {
	Argv []string
	Kind Kind
	Hop  Hop
	Next *Process // nil where nothing is to be started, or the next cannot be named

	// Expands are the words of Argv, as written, that a shell expands before it
	// starts the process.
	Expands []string

	In  *parser.Source // where the process is written; nil where only an image says it
	At  parser.Span
	Why string // why Hop is what it is, one clause

	Lost  []string // words that go no further: behind the text of sh -c, and not read there
	traps bool     // a shell text or script that sets a trap
	ends  bool     // a shell text or script that ends with the program it starts, for sure
	first []string // what it does before, as text

	Script *ScriptFile // that it runs, as far as it could be read; nil for none
	Group  bool        // an init that sends signals to its child's whole process group
	Reaps  bool        // an init that reaps where it is not process 1, too
}

// maxHops bounds a chain: each hop takes words off, so only a text that starts
// itself could go on.
const maxHops = 16

// next is what a process starts.
type next struct {
	argv, expands []string
	in            *parser.Source // where it is written; nil for where the process is
	at            parser.Span
}

// chain follows argv from process 1 down.
func (l *Launch) chain(argv []string, from Origin) *Process {
	var first, last *Process
	to := &first
	n := next{argv: argv}
	if from.At != nil && from.At.Argv != nil {
		n.in, n.at = l.File.Source, from.At.Span
	}
	root := l.runsAsRoot()
	for range maxHops {
		if len(n.argv) == 0 {
			break
		}
		p := &Process{Argv: n.argv, Kind: App, Hop: None, Expands: n.expands, In: n.in, At: n.at}
		n = l.hop(p, root)
		if n.in == nil {
			n.in, n.at = p.In, p.At
		}
		if prog, ok := ProgramOf(p.Argv[0]); ok && prog.User {
			root = shell.No
		}
		*to, to, last = p, &p.Next, p
	}
	if len(n.argv) > 0 {
		last.Hop, last.Why = Unknown, "it goes on for longer than it is followed"
	}
	return first
}

// hop fills in what the process is and returns what it starts.
func (l *Launch) hop(p *Process, root shell.Answer) next {
	if sc, ok := l.ShellCommand(p.Argv); ok {
		return p.shellHop(l, sc)
	}
	if Windows(p.Argv[0]) {
		p.Kind, p.Hop, p.Why = Shell, Unknown, "shells of Windows are not read"
		return next{}
	}
	if s := l.ScriptOf(p.Argv); s != nil {
		return l.scriptHop(p, s, root)
	}
	if l.isOfficialEntrypoint(p.Argv) {
		return next{argv: l.officialHop(p)}
	}
	if startsUsersShell(p.Argv) && !l.Copies(p.Argv[0]) {
		p.usersShellHop(l.Sh())
		return next{}
	}
	if prog, ok := ProgramOf(p.Argv[0]); ok {
		return next{argv: p.programHop(l, prog)}
	}
	if prog, ok := runnerOf(p.Argv); ok {
		return next{argv: p.programHop(l, prog)}
	}
	if looksLikeScript(p.Argv) {
		p.Kind, p.Hop = Script, Unknown
		p.Why = "the script decides what it starts"
	}
	return next{}
}
