package intent

import (
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/rules"
)

// roleOfScript reads what a script does with the words of CMD: it returns the
// program that gets them, nil for the script itself. What it does for words that
// name no program counts: scripts also have words of their own.
func roleOfScript(l *launch.Launch, s *launch.ScriptFile, depth int) (role, []string) {
	all, ok := s.WaysOfAnyArguments()
	if !ok {
		return unclear, nil
	}
	ways := slices.DeleteFunc(slices.Clone(all), func(w script.Way) bool { return w.Self })
	var runs, others bool
	var takes [][]string
	for _, w := range ways {
		does, program := handsOn(l, w, depth)
		runs = runs || does == runner
		others = others || does != runner && does != taker
		if does == taker {
			takes = append(takes, program)
		}
	}
	switch {
	case runs && startsAlone(l, s, ways, depth):
		return starter, nil
	case runs:
		return runner, nil
	case len(takes) > 0 && !others && !slices.ContainsFunc(takes, func(p []string) bool { return !slices.Equal(p, takes[0]) }):
		return taker, takes[0]
	case startsAlone(l, s, ways, depth):
		return complete, nil
	}
	return unclear, nil
}

// handsOn is what the words do on one way: they are a command, or arguments of a
// program.
func handsOn(l *launch.Launch, w script.Way, depth int) (role, []string) {
	at := slices.IndexFunc(w.Argv, func(word string) bool { return slices.Contains([]string{`"$@"`, `"${@}"`, "$@", "$*"}, word) })
	switch {
	case at < 0 || !slices.Contains(w.Expands, w.Argv[at]):
		return unclear, nil
	case at == 0:
		return runner, nil
	}
	return follow(l, w.Argv[:at], depth+1)
}

// startsAlone reports whether a script starts a program where it is given no
// words: one that it ends with in other cases too, or replaces itself by.
func startsAlone(l *launch.Launch, s *launch.ScriptFile, ways []script.Way, depth int) bool {
	return slices.ContainsFunc(s.WaysWithoutArguments(), func(w script.Way) bool {
		same := func(o script.Way) bool { return o.In == w.In && o.Start == w.Start }
		if !w.Exec && !slices.ContainsFunc(ways, same) {
			return false
		}
		does, _ := follow(l, w.Argv, depth+1)
		return does != runner
	})
}

// handedBy is the note for a program that a script names, not ENTRYPOINT.
func handedBy(l *launch.Launch, program []string) []rules.Note {
	if slices.Contains(l.Entrypoint.V, program[0]) {
		return nil
	}
	return []rules.Note{rules.Fact("the script of ENTRYPOINT hands its arguments to `%s`", spoken(program))}
}
