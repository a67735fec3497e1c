package launch

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// Start is what docker run makes of a launch.
type Start struct {
	Launch *Launch
	Run    Run

	Entrypoint Value[[]string] // in force: the image's, or --entrypoint
	Cmd        Value[[]string] // in force: the image's, or the run arguments
	Argv       Value[[]string] // Entrypoint + Cmd
	Replaced   []string        // the image's CMD that this run does not use

	Error   string   // what the engine answers instead of starting; "" for nothing known
	Process *Process // process 1, nil with an Error
}

// Signals tells who gets the stop signal.
type Signals struct {
	Stop    string // such as SIGTERM
	Reaches Reach
	Why     string
	At      *Process // the shell or script that keeps it; nil for none
}

// Reach is who the stop signal ends with.
type Reach string

// A signal reaches the program, stops at a shell or an init, or has nobody.
const (
	ReachesApp     Reach = "app"
	ReachesShell   Reach = "shell"
	ReachesInit    Reach = "init"
	ReachesNobody  Reach = "nobody"
	ReachesUnknown Reach = "unknown"
)

// Start resolves a docker run of this stage's image, by the engine's rules: run
// arguments replace CMD, --entrypoint replaces ENTRYPOINT and drops CMD.
//
// Rules ask for the same runs again and again, so answers are kept; nobody may
// change them, and a Launch is not for concurrent use.
func (l *Launch) Start(run Run) *Start {
	var room [64]byte
	key := run.appendKey(room[:0])
	if s, ok := l.starts[string(key)]; ok {
		return s
	}
	if l.starts == nil {
		l.starts = map[string]*Start{}
	}
	s := l.start(run)
	l.starts[string(key)] = s
	return s
}

// appendKey tells runs apart: what is put in place of the image's own, every
// argument with its length in front. It is empty for the image itself, which most
// rules ask for.
func (r Run) appendKey(key []byte) []byte {
	for _, w := range r.Args {
		key = append(strconv.AppendInt(key, int64(len(w)), 10), ' ')
		key = append(key, w...)
	}
	if r.EntrypointSet {
		key = append(append(key, '='), r.Entrypoint...)
	}
	return key
}

func (l *Launch) start(run Run) *Start {
	s := &Start{Launch: l, Run: run, Entrypoint: l.Entrypoint, Cmd: l.Cmd}
	if run.EntrypointSet {
		s.Entrypoint = Value[[]string]{V: []string{run.Entrypoint}, Known: true}
		s.Cmd = Value[[]string]{Known: true}
	}
	if len(run.Args) > 0 {
		s.Cmd = Value[[]string]{V: run.Args, Known: true}
	}
	if len(l.Cmd.V) > 0 && (run.EntrypointSet || len(run.Args) > 0) {
		s.Replaced = l.Cmd.V
	}
	words := s.Entrypoint.V
	if len(words) == 1 && words[0] == "" { // the engine takes [""] for none
		words = nil
	}
	s.Argv.V = append(words[:len(words):len(words)], s.Cmd.V...)
	s.Argv.Known = s.Entrypoint.Known && s.Cmd.Known
	s.Error = s.predictError()
	if s.Error == "" {
		s.Process = l.chain(s.Argv.V, s.origin())
	}
	return s
}

// Intended is the chain that is to run: that of Process, or the one that an
// Error keeps from starting.
func (s *Start) Intended() *Process {
	if s.Process != nil {
		return s.Process
	}
	return s.Launch.chain(s.Argv.V, s.origin())
}

// origin is where process 1 is written.
func (s *Start) origin() Origin {
	if len(s.Entrypoint.V) > 0 {
		return s.Entrypoint.Origin
	}
	return s.Cmd.Origin
}

// predictError returns the engine's answer where it is certain.
func (s *Start) predictError() string {
	argv := s.Argv.V
	if len(argv) == 0 {
		if s.Argv.Known {
			return "No command specified"
		}
		return ""
	}
	program := argv[0]
	switch {
	case !s.Entrypoint.Known:
		return ""
	case program == "/bin/sh" && s.Launch.Sh() == shell.None && !s.Launch.addsFiles,
		program == "", !strings.Contains(program, "/") && strings.ContainsAny(program, " \t"),
		isNoProgram(program),
		shell.Builtin(program) && s.Launch.Sh().OnlyBuiltin(program) && !s.Launch.windows():
		return CannotFind(program)
	}
	if s.Launch.LacksShell(program) {
		return CannotFind(program)
	}
	return s.Launch.fileError(argv)
}

// isNoProgram is about words that no program is called like: an option, and the
// setting of a variable.
func isNoProgram(word string) bool {
	name, _, sets := strings.Cut(word, "=")
	return !strings.Contains(word, "/") && (strings.HasPrefix(word, "-") || sets && name == strings.ToUpper(name))
}

// LacksShell reports whether a program is a shell that the image surely does not
// have.
func (l *Launch) LacksShell(program string) bool {
	name := path.Base(program)
	_, isShell := shellOf(name)
	return isShell && !l.windows() && searched(program) && l.Files().LacksProgram(name) && l.Lacks(program)
}

// CannotFind is the engine's answer for a program that is nowhere.
func CannotFind(program string) string {
	if strings.Contains(program, "/") {
		return fmt.Sprintf("exec: %q: stat %s: no such file or directory", program, program)
	}
	return fmt.Sprintf("exec: %q: executable file not found in $PATH", program)
}
