package intent

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
)

// ownNames are parts of the names of stages that are built and run by themselves,
// with --target.
var ownNames = []string{"api", "app", "ci", "debug", "dev", "develop", "development", "lint", "local", "prod", "run", "serve", "server", "shell", "test", "tests", "watch", "web"}

// isForItself reports whether a stage is an image of its own, going by its name,
// or by an ENTRYPOINT that it and the last stage set to the same words.
func isForItself(l, target *launch.Launch) bool {
	return slices.ContainsFunc(partsOf(l.Stage.Name), func(part string) bool { return slices.Contains(ownNames, part) }) ||
		setsEntrypoint(l) && setsEntrypoint(target) && inForce(l.Entrypoint) && slices.Equal(l.Entrypoint.V, target.Entrypoint.V)
}

// isForLooking reports whether a stage has nothing but a shell as its command,
// what only waits, or none: it is there for whoever looks into a build, with
// --target.
func isForLooking(l *launch.Launch) bool {
	argv := slices.Concat(wanted(l.Entrypoint), wanted(l.Cmd))
	return len(argv) == 0 || isIdle(argv) || listed([]string{"sleep", "tail"}, argv[0])
}

// partsOf are the words that the name of a stage is made of.
func partsOf(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("-_.", r) })
}
