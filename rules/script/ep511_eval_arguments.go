package script

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var evalArguments = &rules.Rule{
	Code:     "EP511",
	Name:     "eval-arguments",
	Summary:  "an entrypoint script has a shell read its arguments once more, as text",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkEvalArguments,
}

func checkEvalArguments(p *rules.Pass) {
	for _, s := range p.Scripts() {
		if s.Again || s.Health || s.Text == nil || s.File.Edited || s.Command == nil || s.Command.Verb() != "ENTRYPOINT" {
			continue // the arguments of docker run do not get there
		}
		for _, e := range s.Text.Evaluated() {
			in, at := s.Source(e.Start, e.End)
			p.Report(rules.Finding{
				In: in, At: at, Notes: s.StartedHere(),
				Message: fmt.Sprintf("`%s` %s", rules.Clip(s.Text.Src[e.Start:e.End]), becomes(e, s.Name())),
				Help:    startsThem(e),
			})
		}
	}
}

// becomes says what the arguments turn into.
func becomes(e shell.Evaluated, script string) string {
	if e.First {
		return fmt.Sprintf("runs the first argument as a shell text and makes the others its parameters: `%s srv --port 80` starts `srv` alone", script)
	}
	return fmt.Sprintf("has a shell read the arguments once more: `%s \"two words\" '$HOME; id'` does not start what it says", script)
}

// startsThem is the cure. Where there is more in the text or in front of it, that
// has to stay.
func startsThem(e shell.Evaluated) string {
	const whole = "each argument stays the one word it is"
	last := e.Words[len(e.Words)-1].Src
	plain := slices.Contains([]string{`"$@"`, `"$*"`, "$@", "$*", `"${@}"`, `"${*}"`}, last)
	switch {
	case e.Eval && (!plain || len(e.Words) > 2 && e.Words[1].Src != "exec"):
		return "Leave eval out and write `\"$@\"`: " + whole
	case plain:
		return "Write `exec \"$@\"`: " + whole + ", and the program replaces the shell"
	}
	return "Hand the arguments to the shell behind its text: sh -c '… exec \"$@\"' sh \"$@\""
}
