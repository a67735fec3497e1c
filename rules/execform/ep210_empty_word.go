package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var emptyWord = &rules.Rule{
	Code:     "EP210",
	Name:     "empty-word",
	Summary:  "an empty word in an array: an option that lost its value, a program without a name",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkEmptyWord,
}

func checkEmptyWord(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Form != parser.Exec || !slices.ContainsFunc(c.Words, isBlank) || !c.Effective() {
			continue
		}
		to := passedOn(c)
		prog, known := programOf(c)
		for i, w := range c.Words {
			at := to.first + i
			switch {
			case !isBlank(w):
			case known && prog.word == i && !isReset(c):
				p.Report(unnamed(c, prog))
			case w.Value == "" && !to.lost.Contains(at) && !mayBeEmpty(c, to.argv, at):
				p.Report(emptyArgument(c, i))
			}
		}
	}
}

func isBlank(w parser.Word) bool { return strings.TrimSpace(w.Value) == "" }

// isReset reports whether the command is ENTRYPOINT [""], which the engine takes
// for none (moby, daemon/create.go).
func isReset(c *rules.Command) bool {
	return c.Verb() == "ENTRYPOINT" && len(c.Words) == 1 && c.Words[0].Value == ""
}

// unnamed is about a program without a name.
func unnamed(c *rules.Command, prog program) rules.Finding {
	name := c.Words[prog.word]
	f := rules.Finding{
		At:       name.Span,
		Severity: rules.Error,
		Message:  fmt.Sprintf("the program's name is empty: `%s`", execError(name.Value)),
		Help:     fmt.Sprintf("Name the program in %s, or leave the instruction out", instruction(c)),
	}
	if prog.by != nil {
		f.Message = fmt.Sprintf("the name of the program that %s is to start is empty", path.Base(prog.by.Argv[0]))
	}
	return f
}

// emptyArgument is about an empty word behind the program's name.
func emptyArgument(c *rules.Command, i int) rules.Finding {
	words := c.Strings()
	without := func(from int) string {
		return instruction(c) + " " + rules.ExecForm(slices.Delete(slices.Clone(words), from, i+1))
	}
	f := rules.Finding{At: c.Words[i].Span, Help: "Leave it out: " + without(i)}
	switch {
	case isReset(c):
		f.Severity = rules.Info
		f.Message = fmt.Sprintf(`%s [""] is one empty word, which the engine takes for no entrypoint`, instruction(c))
		f.Help = fmt.Sprintf("Write %s [], which says so", instruction(c))
	case i > 0 && isOption(words[i-1]):
		f.Message = fmt.Sprintf("option `%s` gets an empty value", words[i-1])
		f.Help = fmt.Sprintf("Give `%s` its value, or leave both out: %s", words[i-1], without(i-1))
	default:
		f.Message = taker(c)
	}
	return f
}
