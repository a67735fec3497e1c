package intent

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

// repeatsBase reports whether a program is the ENTRYPOINT that the CMD was for.
func repeatsBase(l *launch.Launch, program []string) bool {
	base, since := l.Base.Config.Entrypoint, append(l.Parents(), l)
	if p := l.Base.Parent; p != nil {
		base, since = p.Entrypoint.V, []*launch.Launch{l}
	}
	return len(program) == len(base) && continues(program, base) && !touches(since, program[0])
}

func fromEarlierStage(l *launch.Launch) bool { return l.LostCmd.Origin.At != nil }

// isEntrypoint reports whether a script is one that sets something up for a
// command, going by its name.
func isEntrypoint(program []string) bool {
	return len(program) == 1 && strings.Contains(path.Base(program[0]), "entrypoint")
}

// losesOptions reports whether a program is the one that the CMD started, and has
// none of the words that stood behind it.
func losesOptions(l *launch.Launch, program []string) bool {
	lost := wanted(l.LostCmd)
	return len(program) == 1 && len(lost) > 1 && launch.IsProgram(program[0], lost[0]) && !touches([]*launch.Launch{l}, program[0])
}

// restateHelp writes the CMD again, without the program that ENTRYPOINT has.
func restateHelp(l *launch.Launch) string {
	if _, program := roleOf(l, l.Entrypoint.V); losesOptions(l, program) {
		return "State them below ENTRYPOINT: CMD " + rules.ExecForm(wanted(l.LostCmd)[1:])
	}
	return fmt.Sprintf("State it again below ENTRYPOINT: CMD %s", source(l.LostCmd))
}
