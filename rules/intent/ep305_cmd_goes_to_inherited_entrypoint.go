package intent

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var cmdGoesToInheritedEntrypoint = &rules.Rule{
	Code:     "EP305",
	Name:     "cmd-goes-to-inherited-entrypoint",
	Summary:  "CMD names a program, and the inherited ENTRYPOINT takes it for arguments",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkCmdGoesToInheritedEntrypoint,
}

func checkCmdGoesToInheritedEntrypoint(p *rules.Pass) {
	for _, l := range p.Images() {
		at, here := place(l.Cmd)
		if !here || l.Cmd.Origin.ShellForm() || !inForce(l.Cmd) || !inForce(l.Entrypoint) || l.Entrypoint.Origin.ShellForm() || besideEntrypoint(p, l) {
			continue
		}
		does, program := roleOf(l, l.Entrypoint.V)
		if does != taker || !isCommand(program, l.Cmd.V) {
			continue
		}
		p.Report(rules.Finding{
			At: at,
			Message: fmt.Sprintf("CMD `%s` is no command of its own: the inherited ENTRYPOINT `%s` gets it as arguments, the container runs `%s`",
				shown(l.Cmd), shown(l.Entrypoint), spoken(l.Start(launch.Run{}).Argv.V)),
			Notes: append([]rules.Note{setBy(p, "ENTRYPOINT", l.Entrypoint)}, handedBy(l, program)...),
			Help:  fmt.Sprintf("To start `%s` instead, write ENTRYPOINT %s", l.Cmd.V[0], rules.ExecForm(l.Cmd.V)),
		})
	}
}

// besideEntrypoint reports whether CMD stands in the stage that sets ENTRYPOINT:
// its author sees the two together.
func besideEntrypoint(p *rules.Pass, l *launch.Launch) bool {
	return slices.ContainsFunc(p.Launches, func(s *launch.Launch) bool {
		return slices.Contains(s.Set, l.Cmd.Origin) && slices.Contains(s.Set, l.Entrypoint.Origin)
	})
}

// isCommand reports whether the words behind a program can only be meant as a
// command: a shell or an interpreter, or a well-known program with arguments.
func isCommand(program, words []string) bool {
	name, bare := words[0], !strings.Contains(words[0], "/")
	switch {
	case listed(anything, program[0]), sameProgram(program, name):
		return false
	case listed(shells, name):
		return bare || isProgramPath(name)
	case isInterpreter(program[0]) && !bare: // a script may stand anywhere
		return false
	case isInterpreter(name):
		return (bare || isProgramPath(name)) && !listed(packageManagers, program[0])
	}
	return listed(takers, name) && len(words) > 1 && (bare || isProgramPath(name))
}

// isProgramPath reports whether a path is one that programs have.
func isProgramPath(name string) bool { return strings.Contains(name, "bin/") }
