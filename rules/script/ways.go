package script

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// measured are the shells that never replace themselves by the last command of
// a script, as they do by that of sh -c: dash 0.5.12, bash 5.2, busybox 1.35.
// Korn shells do.
var measured = []string{"ash", "bash", "dash", "sh"}

// getsSignals reports whether the stop signal gets as far as the script, and to
// nobody behind it. init is the process that passes it on, nil where the script
// is process 1.
func getsSignals(s *rules.Script) (init *launch.Process, ok bool) {
	if s.Health || !s.Readable() || !slices.Contains(measured, readBy(s)) {
		return nil, false
	}
	for p := s.Launch.Start(launch.Run{}).Intended(); p != nil && p != s.Process; p = p.Next {
		switch {
		case p.Kind == launch.Init && p.Hop == launch.Child && !p.Group && init == nil:
			init = p
		case p.Hop != launch.Exec:
			return nil, false
		}
	}
	return init, true
}

// readBy is the name of the shell that reads a script.
func readBy(s *rules.Script) string {
	if s.Word > 0 {
		return path.Base(s.Process.Argv[0])
	}
	words := s.Interpreter
	if path.Base(words[0]) == "env" && len(words) > 1 {
		words = strings.Fields(strings.TrimPrefix(words[1], "-S"))
	}
	return path.Base(words[0])
}

// mainWays are the programs that a script ends with: in a container that is
// given no variables, else in any. Where some of them replace the script, what
// is not sure to be run is left out: it is a special case, which may end by
// itself.
func mainWays(s *rules.Script) []script.Way {
	ways := s.Ways
	if len(ways) == 0 {
		ways = s.AnyWays()
	}
	all, ok := s.WaysOfAnyArguments()
	switch {
	case !ok:
		return nil
	case len(ways) == 0 && s.Command != nil && s.Command.Verb() == "ENTRYPOINT":
		ways = all
	}
	replaced := func(w script.Way) bool { return w.Exec || w.Job }
	if !slices.ContainsFunc(ways, replaced) && !slices.ContainsFunc(all, replaced) {
		return ways
	}
	return slices.DeleteFunc(slices.Clone(ways), func(w script.Way) bool { return !w.Sure })
}

// waitsFor reports whether the script waits for the program of a way, as far as
// it is known which one it is: not in a pipeline or a loop, nor a text of eval.
func waitsFor(w script.Way) bool {
	first := w.Argv[0]
	known := !slices.Contains(w.Expands, first) || isAll(first) || strings.Contains(first, "/")
	return known && !w.Exec && !w.Job && !w.Pipe && !w.Loop && !w.Maybe && !w.Eval
}

// may reports whether something is so about a way in a container that is given
// certain variables or arguments: other commands follow it, or a variable holds
// exec.
func may(s *rules.Script, w script.Way, be func(script.Way) bool) bool {
	all, _ := s.WaysOfAnyArguments()
	return slices.ContainsFunc(all, func(o script.Way) bool { return o.In == w.In && o.Start == w.Start && be(o) })
}

// isAll reports whether a word stands for all arguments.
func isAll(word string) bool { return slices.Contains([]string{`"$@"`, `"${@}"`, "$@", "$*"}, word) }

func started(w script.Way) shell.Simple { return shell.Started(w.Argv, w.Expands) }

// written is the command of a way as the script has it, on one line.
func written(w script.Way) string {
	return rules.Clip(strings.ReplaceAll(w.In.Src[w.Start:w.End], "\\\n", " "))
}

// replacing is how a script hands its place over to a program, its arguments as
// they are.
func replacing(w script.Way) string {
	words := strings.Fields(written(w))
	for i, word := range words {
		if word == "$@" || word == "$*" || word == "${@}" {
			words[i] = `"$@"`
		}
	}
	return "exec " + strings.Join(words, " ")
}
