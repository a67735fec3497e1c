package launch

import "github.com/entrylint/entrylint/parser"

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

	// Expands are the words of Argv, as written, that a shell expands before it
	// starts the process.
	Expands []string

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
	var expands []string
	for range maxHops {
		if len(argv) == 0 {
			break
		}
		p := &Process{Argv: argv, Kind: App, Hop: None}
		if from.At != nil && from.At.Argv != nil {
			p.In, p.At = l.File.Source, from.At.Span
		}
		p.Expands = expands
		argv, expands = l.hop(p, first == nil)
		*next, next = p, &p.Next
	}
	return first
}

// hop fills in what the process is and returns the words it starts, and those
// of them that a shell expands.
func (l *Launch) hop(p *Process, first bool) (argv, expands []string) {
	if sc, ok := l.ShellCommand(p.Argv); ok {
		return p.shellHop(sc)
	}
	if Windows(p.Argv[0]) {
		p.Kind, p.Hop, p.Why = Shell, Unknown, "shells of Windows are not read"
		return nil, nil
	}
	if first && l.isOfficialEntrypoint(p.Argv) {
		return l.officialHop(p), nil
	}
	if prog, ok := ProgramOf(p.Argv[0]); ok {
		return p.programHop(prog), nil
	}
	if looksLikeScript(p.Argv) {
		p.Kind, p.Hop = Script, Unknown
		p.Why = "the script decides what it starts"
	}
	return nil, nil
}
