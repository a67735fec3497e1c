package intent

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var shellCmdBecomesArguments = &rules.Rule{
	Code:     "EP302",
	Name:     "shell-cmd-becomes-arguments",
	Summary:  "CMD in shell form hands `/bin/sh -c …` to the program in ENTRYPOINT",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkShellCmdBecomesArguments,
}

func checkShellCmdBecomesArguments(p *rules.Pass) {
	for _, l := range p.Images() {
		if !l.Cmd.Origin.ShellForm() || !inForce(l.Cmd) || source(l.Cmd) == "" || l.Entrypoint.Origin.ShellForm() || !inForce(l.Entrypoint) {
			continue
		}
		does, program := roleOf(l, l.Entrypoint.V)
		if does != taker && !startsWithOption(l.Cmd) {
			continue
		}
		at, _ := place(l.Cmd)
		p.Report(rules.Finding{
			At:      at,
			Message: shellCmdMessage(l.Cmd, program, does),
			Notes:   append([]rules.Note{setBy(p, "ENTRYPOINT", l.Entrypoint)}, handedBy(l, program)...),
			Help:    shellCmdHelp(l, program),
		})
	}
}

// startsWithOption reports whether CMD can be no command, whoever runs it.
func startsWithOption(cmd commandLine) bool { return strings.HasPrefix(source(cmd), "-") }

func shellCmdMessage(cmd commandLine, program []string, does role) string {
	words := make([]string, len(cmd.V))
	for i, w := range cmd.V {
		words[i] = "`" + rules.Clip(w) + "`"
	}
	n := len(words) - 1
	message := fmt.Sprintf("CMD `%s` is in shell form, so `%s` gets %s and %s as its arguments",
		shown(cmd), spoken(program), strings.Join(words[:n], ", "), words[n])
	if does != taker {
		message += ", and what begins with an option is no command"
	}
	return message
}

// shellCmdHelp keeps one of two programs, writes plain words as an array, and
// lets a shell run what needs one.
func shellCmdHelp(l *launch.Launch, program []string) string {
	cmd := l.Cmd
	text := shell.Parse(source(cmd))
	last, _ := text.Last()
	words, plain := text.Plain()
	switch {
	case last.Name() != "" && nameOf(last.Name()) == nameOf(program[0]):
		return startsItTwice(program)
	case last.Name() != "" && isCommand(program, valuesOf(last.Simple)):
		return keepOne
	case plain && !blank(cmd):
		return "Write the arguments in exec form: CMD " + rules.ExecForm(words)
	case len(handedBy(l, program)) > 0:
		return "Expand in the script what needs a shell, and write the rest in exec form: CMD [\"…\"]"
	case !plain && last.Alone() && len(last.Words) > 0:
		return oneShell(program, last)
	}
	return fmt.Sprintf("Remove CMD, or give `%s` arguments in exec form: CMD [\"…\"]", spoken(program))
}
