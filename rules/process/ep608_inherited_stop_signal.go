package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var inheritedStopSignal = &rules.Rule{
	Code:     "EP608",
	Name:     "inherited-stop-signal",
	Summary:  "the base image sets a stop signal for its own program, and another one runs",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkInheritedStopSignal,
}

// deaf are the programs that have no handler for a stop signal by themselves. The
// default action of SIGWINCH is none; that of the others would end a program,
// but not process 1, for which the kernel drops it. A JVM answers SIGQUIT with a
// thread dump, and node SIGUSR1 with its debugger.
//
// Source: signal(7), pid_namespaces(7), and the manual of each program.
func deaf(signal string) wordset.Set {
	switch signal {
	case "WINCH":
		return interpreters + " crond redis-server supervisord"
	case "QUIT", "USR1":
		return interpreters
	case "INT":
		return "cron node nodejs perl php sleep tail"
	}
	return ""
}

const interpreters wordset.Set = "cron java node nodejs npm npx perl php python ruby sleep tail yarn"

// handlers are words in the arguments of an interpreter that tell a program
// with handlers of its own: Laravel's workers, supervisord.
var handlers = []string{"queue:", "supervisord"}

func checkInheritedStopSignal(p *rules.Pass) {
	for _, s := range startedBy(p) {
		signal := s.Launch.StopSignal
		steps := s.steps()
		if len(steps) == 0 || !signal.Known || signal.Origin.Image == "" || !getsSignals(steps[:len(steps)-1]) {
			continue
		}
		main := steps[len(steps)-1]
		if steps[0].Kind == launch.Init && signalName(signal.V) != "WINCH" {
			continue // the default action ends what is not process 1
		}
		if waitsForever(main.Argv) {
			continue // no other signal would end it as process 1; EP602 speaks
		}
		if main.command == nil || main.Kind != launch.App || !ignores(main.Argv, signal.V) || trapsByPcntl(s.Launch, main.Argv, signal.V) || path.Base(main.Argv[0]) == own(s.Launch.Root().Config) {
			continue
		}
		name := path.Base(main.Argv[0])
		p.Report(rules.Finding{
			At:      main.at,
			Message: fmt.Sprintf("docker stop sends %s to `%s`, which has no handler for it by itself and goes on until it is killed", signal.V, name),
			Notes:   []rules.Note{rules.Fact("`%s` sets STOPSIGNAL %s for `%s`", signal.Origin.Image, signal.V, own(s.Launch.Root().Config))},
			Help:    expected(name),
		})
	}
}

// ignores reports whether a program goes on at a signal.
func ignores(argv []string, signal string) bool {
	name := path.Base(argv[0])
	name = name[:max(1, len(strings.TrimRight(name, "0123456789.")))]
	return deaf(signalName(signal)).Has(name) && goesOn(name, argv[1:]) && !daemon.Mentions(strings.Join(argv[1:], " "), handlers)
}

// trapsByPcntl reports whether a command of Laravel handles SIGQUIT: artisan serve and
// others do where PHP has the extension pcntl, which the official image lacks.
func trapsByPcntl(l *launch.Launch, argv []string, signal string) bool {
	if signalName(signal) != "QUIT" || !slices.ContainsFunc(argv, func(arg string) bool { return path.Base(arg) == "artisan" }) {
		return false
	}
	return slices.ContainsFunc(append(l.Parents(), l), func(stage *launch.Launch) bool {
		return slices.ContainsFunc(stage.Stage.Instructions, func(inst *parser.Instruction) bool {
			return inst.Verb.Value == "RUN" && strings.Contains(inst.Logical.Text, "pcntl")
		})
	})
}

// endsAtOnce are options that make an interpreter print something and end.
func endsAtOnce(interpreter string) wordset.Set {
	switch interpreter {
	case "php":
		return "-h -i -l -m -v --ini --version --help"
	case "python":
		return "-V --version --help"
	case "node", "ruby", "perl":
		return "-v --version --help"
	case "java":
		return "-version --version --help"
	}
	return "--version --help"
}

// starters are names of scripts that start something else in the end.
var starters = lazyregexp.New(`(?i)entry-?_?point|wrapper`)

// goesOn reports whether an interpreter stays, and stays itself, as far as its
// command line tells.
func goesOn(name string, args []string) bool {
	if len(args) > 0 && endsAtOnce(name).Has(args[0]) {
		return false
	}
	return !slices.ContainsFunc(args, func(arg string) bool { return starters.MatchString(path.Base(arg)) })
}

// expected is the help. SIGTERM would not end what has no handler at all.
func expected(name string) string {
	if name == "tail" || name == "sleep" {
		return "Start it behind an init, such as tini, and set STOPSIGNAL SIGTERM"
	}
	return "Set the signal that your program expects: STOPSIGNAL SIGTERM"
}

// own is the program that an image is there for.
func own(c launch.Config) string {
	for _, words := range [][]string{c.Cmd, c.Entrypoint} {
		if len(words) > 0 {
			return path.Base(words[0])
		}
	}
	return "its program"
}
