package launch

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
)

// scriptHop follows a script to the program it is there for.
func (l *Launch) scriptHop(p *Process, s *ScriptFile, root shell.Answer) next {
	p.Kind, p.Hop, p.Script = Script, Unknown, s
	s.root = root
	if !s.Shell && len(s.Interpreter) > 0 {
		p.Kind, p.Hop = App, None
		return next{}
	}
	if p.Why = s.notFollowed(); p.Why != "" {
		return next{}
	}
	facts := l.facts(s)
	var followed bool
	if s.Ways, followed = script.Ways(s.Text, facts); !followed {
		p.Why = "the script is too long to follow"
		return next{}
	}
	wants := ""
	way, exec, ok := script.Main(s.Ways)
	if !ok { // variables of docker run may be what it asks for
		facts.Env = nil
		s.Ways, _ = script.Ways(s.Text, facts)
		wants = ", with the variables that it asks for"
		way, exec, ok = script.Main(s.Ways)
	}
	if !ok {
		p.nothing(s)
		return next{}
	}
	n := p.scriptWay(s, way, exec)
	p.Why += wants
	return n
}

// notFollowed says why a script cannot be read, "" where it can.
func (s *ScriptFile) notFollowed() string {
	switch {
	case s.File.Edited:
		return "a RUN changes the script"
	case s.Text == nil:
		return "the script has no #! line: which shell reads it is not known"
	}
	return ""
}

// scriptWay is about the program that a script is there for.
func (p *Process) scriptWay(s *ScriptFile, way script.Way, exec shell.Answer) next {
	if !s.ReadsArguments() {
		p.Lost = s.Args
	}
	in, at := s.Place(way.In, way.Start, way.End)
	line := in.LineAt(at.Start)
	p.traps, p.ends = way.Trap != nil, way.IsTheEnd()
	p.first = []string{way.In.Src[:way.Start]}
	if way.In != s.Text {
		p.first = append(p.first, s.Text.Src)
	}
	if way.Maybe {
		p.Why = fmt.Sprintf("line %d decides what it starts, by a text that cannot be read", line)
		return next{}
	}
	p.waits(way, exec, fmt.Sprintf("line %d", line))
	if way.Back && way.Sure && !way.Then && !way.Exec && !p.ends {
		p.Hop, p.Why = Unknown, fmt.Sprintf("%s goes to the background in line %d, and the script ends", path.Base(way.Argv[0]), line)
	}
	return next{argv: way.Argv, expands: way.Expands, in: in, at: at}
}

// nothing is about a script that ends without a program.
func (p *Process) nothing(s *ScriptFile) {
	switch {
	case s.Text.Err != nil:
		p.Why = "the script cannot be parsed: " + s.Text.Err.Error()
	default:
		p.Hop, p.Why = None, "the script ends without a program that stays"
		if args, _ := s.Text.UsesArguments(); args && len(s.Args) == 0 {
			p.Why = "the script is given no arguments, and ends"
		}
	}
}

// waits tells how a script starts the program it is there for.
func (p *Process) waits(way script.Way, exec shell.Answer, line string) {
	if way.Sure {
		exec = shell.No
		if way.Exec {
			exec = shell.Yes
		}
	}
	switch {
	case exec == shell.NotKnown:
		p.Hop, p.Why = Unknown, fmt.Sprintf("%s, if the script gets there", line)
	case exec == shell.Yes:
		p.Hop, p.Why = Exec, fmt.Sprintf("exec in %s replaces the script", line)
	case way.Job:
		p.Hop, p.Why = Child, fmt.Sprintf("the script puts it in the background in %s, and waits", line)
	default:
		p.Hop, p.Why = Child, fmt.Sprintf("no exec in %s: the script waits for it", line)
	}
}

// facts are what is known of a run of the script.
func (l *Launch) facts(s *ScriptFile) script.Facts {
	return script.Facts{
		Zero: s.File.Path, Args: s.Args, Root: s.root, Env: l.valueOf, Dir: l.folder(),
		Program: func(name string) bool { return l.program(name).Found() },
		Sourced: func(name string) *shell.Text { return l.sourced(s, name) },
	}
}

// folder is the working directory of process 1; "" for one that is not known.
func (l *Launch) folder() string {
	if !l.WorkingDir.Known {
		return ""
	}
	return path.Join("/", l.WorkingDir.V)
}

// atRunTime are variables that the engine, the shell or docker run set.
const atRunTime wordset.Set = "HOME HOSTNAME OLDPWD PATH PWD TERM IFS PPID RANDOM"

// valueOf is what a variable holds in a container that docker run gives none.
func (l *Launch) valueOf(name string) (text string, set, known bool) {
	v, ok := l.Env(name)
	switch {
	case ok:
		return v.Value.V, true, v.Value.Known
	case atRunTime.Has(name), !l.EnvComplete():
		return "", false, false
	}
	return "", false, true
}

// sourced reads a script that another one sources.
func (l *Launch) sourced(s *ScriptFile, name string) *shell.Text {
	if !strings.Contains(name, "/") {
		return nil // it is looked for on PATH, by some shells also in the working directory
	}
	if !path.IsAbs(name) {
		if !l.WorkingDir.Known {
			return nil
		}
		name = path.Join(l.WorkingDir.V, name)
	}
	f := l.Files().Lookup(name)
	if f.Text == nil || f.Edited || f.State == rootfs.Unknown {
		return nil
	}
	return s.texts.read(f)
}

// runsAsRoot is about process 1.
func (l *Launch) runsAsRoot() shell.Answer {
	user, _, _ := strings.Cut(l.User.V, ":")
	switch {
	case !l.User.Known:
		return shell.NotKnown
	case user == "", user == "root", user == "0":
		return shell.Yes
	}
	return shell.No
}

// CommandLine is the command line that /proc shows: the kernel puts the
// interpreter in front of a script, and the file's path in place of its name.
func (p *Process) CommandLine() []string {
	if p.Script == nil || p.Script.Word > 0 || len(p.Script.Interpreter) == 0 {
		return p.Argv
	}
	words := append(p.Script.Interpreter[:len(p.Script.Interpreter):len(p.Script.Interpreter)], p.Script.File.Path)
	return append(words, p.Script.Args...)
}
