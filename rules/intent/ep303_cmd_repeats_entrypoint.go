package intent

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var cmdRepeatsEntrypoint = &rules.Rule{
	Code:     "EP303",
	Name:     "cmd-repeats-entrypoint",
	Summary:  "CMD names the program of ENTRYPOINT again, which gets its own name as an argument",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkCmdRepeatsEntrypoint,
}

func checkCmdRepeatsEntrypoint(p *rules.Pass) {
	for _, l := range p.Images() {
		at, here := place(l.Cmd)
		if !here || !inForce(l.Entrypoint) || l.Entrypoint.Origin.ShellForm() || !inForce(l.Cmd) {
			continue
		}
		does, program := roleOf(l, l.Entrypoint.V)
		n := repeated(program, wanted(l.Cmd))
		if n == 0 || does == runner && l.ScriptOf(program) == nil || does == manager || runsOthers(program) {
			continue
		}
		severity := rules.Warning
		if does != taker && does != complete && isScript(program) { // it runs what it is given, or may
			severity = rules.Info
		}
		p.Report(rules.Finding{
			Severity: severity,
			At:       at,
			Message:  fmt.Sprintf("CMD `%s` names the program of ENTRYPOINT again: the container runs `%s`", shown(l.Cmd), spoken(l.Start(launch.Run{}).Argv.V)),
			Notes:    append([]rules.Note{setBy(p, "ENTRYPOINT", l.Entrypoint)}, handedBy(l, program)...),
			Help:     dropHelp(l, wanted(l.Cmd)[n:]),
		})
	}
}

// repeated returns how many words of a command line are those of a program
// again. With an interpreter or a shell, another script makes another program.
func repeated(program, words []string) int {
	n := len(program)
	switch {
	case len(words) == 0 || !sameProgram(program, words[0]):
		return 0
	case len(words) >= n && slices.Equal(words[1:n], program[1:]):
		return n
	case isInterpreter(program[0]) && !opensNext(program):
		return 0
	}
	return 1
}

// opensNext reports whether an interpreter is given options and no script, so
// that the next word is the script it opens.
func opensNext(program []string) bool {
	code, _ := interpreter(nameOf(program[0]))
	file, ok := operand(program[1:], code+"m")
	return ok && file == ""
}

// sameProgram compares two names of programs. Scripts of one name may stand in
// several folders, and words such as start and run may be arguments.
func sameProgram(program []string, name string) bool {
	argv0 := program[0]
	switch {
	case argv0 == name:
		return true
	case strings.Contains(argv0, "/") == strings.Contains(name, "/"), strings.HasPrefix(name, "-"), isScript(program):
		return false
	}
	return path.Base(argv0) == path.Base(name) || isInterpreter(argv0) && nameOf(argv0) == nameOf(name)
}

func isInterpreter(argv0 string) bool {
	_, ok := interpreter(nameOf(argv0))
	return ok
}

// isScript reports whether a program, going by its name, may be a script that
// runs what it is given.
func isScript(program []string) bool {
	name := path.Base(program[0])
	return len(program) > 1 && slices.Contains(shells, nameOf(name)) || path.Ext(name) == ".sh" || launches(name)
}

// dropHelp writes CMD without the words that it repeats.
func dropHelp(l *launch.Launch, rest []string) string {
	switch {
	case len(rest) > 0:
		return "Drop the repetition: CMD " + rules.ExecForm(rest)
	case setsEntrypoint(l):
		return "Remove CMD: ENTRYPOINT starts the program already"
	}
	return "Write CMD [] for no arguments: the inherited ENTRYPOINT starts the program already"
}
