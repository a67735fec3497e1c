// Package script follows a shell script from its first command on and says
// with which program it ends, for a run of which the arguments and some of the
// circumstances are known.
//
// It is not a shell: a condition that cannot be decided is taken both ways,
// and what cannot be computed is a value that is not known.
package script

import "github.com/entrylint/entrylint/launch/shell"

// Facts are what is known of a run.
type Facts struct {
	Zero    string   // $0
	Dir     string   // the working directory; "" for one that is not known
	Args    []string // $1, $2 …
	AnyArgs bool     // they are not known
	Root    shell.Answer

	// Env returns the value of a variable of the container and whether it is set
	// at all; known is false where that cannot be told.
	Env func(name string) (text string, set, known bool)

	// Program reports whether a name is known to be that of a program; nil for no
	// more than everybody knows.
	Program func(name string) bool

	// Sourced returns the text that . and source read, by its absolute path, nil
	// for one that is not known.
	Sourced func(name string) *shell.Text
}

// Way is one way a script can go: the program it is there for.
type Way struct {
	In         *shell.Text // where it is written: the script, or a text it sources
	Start, End int         // there, in bytes, exec included

	Argv    []string
	Expands []string // the words of Argv, as written, whose values are not known

	Exec bool  // it replaces the script
	Sure bool  // nothing on the way to it had to be guessed
	Then bool  // without Exec: other commands of the script follow it, or may
	Job  bool  // it is put in the background, and the script waits for it
	Pipe bool  // it is part of a pipeline
	Trap *Trap // that is set by then; nil for none
	Self bool  // it is the script once more, as another user
	Loop bool  // it stands in a loop
	Back bool  // a daemon that goes to the background by itself
	Eval bool  // eval reads it, and Start and End are those of eval

	// Maybe tells that it need not be a program: its name can be that of a function
	// or an alias of a text that is not known, or it is such a text behind eval.
	Maybe bool
}

// IsTheEnd reports whether the script surely gets to the program, and ends when
// that does.
func (w Way) IsTheEnd() bool {
	return w.Sure && !w.Then && !w.Job && !w.Pipe && !w.Loop && w.Trap == nil && !w.Maybe && !w.Eval
}

// Ways lists the ways a script can go, in the order of the script. A way that
// ends without a program is not among them. It reports false for a script that
// is too much to follow.
func Ways(text *shell.Text, facts Facts) ([]Way, bool) {
	file := text.File()
	if file == nil {
		return nil, false
	}
	if facts.Env == nil {
		facts.Env = func(string) (string, bool, bool) { return "", false, false }
	}
	w := &walker{
		facts: facts, functions: map[string]function{}, aliases: map[string]bool{}, followed: map[place]bool{},
		names: map[*shell.Text]string{}, evals: map[*shell.Text]place{},
	}
	first := &state{args: words(facts.Args), anyArgs: facts.AnyArgs, vars: map[string]value{}, dir: value{text: facts.Dir, known: facts.Dir != ""}, sure: true}
	end := w.in(text).list(file.Stmts, first)
	w.finish(end.next)
	w.finish(end.returned)
	for i, way := range w.ways {
		w.ways[i].Then = way.Then || !way.Exec && w.followed[place{way.In, way.Start, 0}]
	}
	return w.ways, w.steps <= maxSteps
}

// Main chooses the way that a run most probably takes; false where there is
// none. exec tells whether the script is replaced on every way.
func Main(ways []Way) (way Way, exec shell.Answer, ok bool) {
	if len(ways) == 0 {
		return Way{}, shell.NotKnown, false
	}
	return ways[likely(ways)], replaced(ways), true
}

// likely prefers what is sure, then the script's own second start, then the
// last exec: what stands before it is for special cases.
func likely(ways []Way) int {
	best := len(ways) - 1
	for i := len(ways) - 1; i >= 0; i-- {
		if rank(ways[i]) > rank(ways[best]) {
			best = i
		}
	}
	return best
}

func rank(w Way) int {
	switch {
	case w.Sure:
		return 3
	case w.Self:
		return 2
	case w.Exec:
		return 1
	}
	return 0
}

func replaced(ways []Way) shell.Answer {
	yes, no := false, false
	for _, w := range ways {
		yes, no = yes || w.Exec, no || !w.Exec
	}
	switch {
	case yes && no:
		return shell.NotKnown
	case yes:
		return shell.Yes
	}
	return shell.No
}
