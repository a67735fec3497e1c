package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

var unquotedArguments = &rules.Rule{
	Code:     "EP503",
	Name:     "unquoted-arguments",
	Summary:  "an entrypoint script starts its arguments unquoted: they are split and expanded once more",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkUnquotedArguments,
}

func checkUnquotedArguments(p *rules.Pass) {
	for _, s := range p.Scripts() {
		if s.Again || s.Text == nil || s.File.Edited {
			continue
		}
		for _, a := range s.Text.Arguments() {
			in, at := s.Source(a.Start, a.End)
			p.Report(rules.Finding{
				In: in, At: at, Notes: s.StartedHere(),
				Message: fmt.Sprintf("`%s` %s: `%s \"two words\" \"*\"` does not start what it says", a.Src, a.Does(), s.Name()),
				Help:    quoting(s),
			})
		}
	}
}

// quoting says what to write, and what has to be written otherwise then: a
// command line that is handed over as one word counts on being split.
func quoting(s *rules.Script) string {
	help := "Write `\"$@\"`: each argument stays the one word it is"
	for _, arg := range s.Process.Argv[s.Word+1:] {
		if len(strings.Fields(arg)) > 1 && !slices.Contains(s.Process.Expands, arg) {
			help += fmt.Sprintf("; and make several words of `%s`, which is one and would stay so", rules.Clip(arg))
		}
	}
	return help
}
