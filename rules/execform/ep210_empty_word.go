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
		if c.Form != parser.Exec || !slices.ContainsFunc(c.Words, isBlank) || !c.Effective() || forImagesProgram(c) {
			continue
		}
		reportEmptyWords(p, c)
	}
}

func reportEmptyWords(p *rules.Pass, c *rules.Command) {
	to := passedOn(c)
	allowed, who := mayBeEmpty(c, to.argv), taker(c, to)
	for i, w := range c.Words {
		at := to.first + i
		switch {
		case !isBlank(w):
		case to.starts && to.prog.word == i && !isReset(c):
			p.Report(unnamed(c, to.prog))
		case to.script && i > 0 && isOption(c.Words[i-1].Value): // of a program that is not seen
		case w.Value == "" && !to.lost.Contains(at) && !allowed[at]:
			p.Report(emptyArgument(c, i, who))
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

// emptyArgument is about an empty word that is no program's name.
func emptyArgument(c *rules.Command, i int, who string) rules.Finding {
	f := rules.Finding{At: c.Words[i].Span, Message: who, Help: leftOut(c, i)}
	switch {
	case isReset(c):
		f.Severity = rules.Info
		f.Message = inExec(c, "") + " is one empty word, which the engine takes for no entrypoint"
		f.Help = fmt.Sprintf("Write %s, which says so", inExec(c))
	case i > 0 && isOption(c.Words[i-1].Value):
		option := c.Words[i-1].Value
		f.Message = fmt.Sprintf("option `%s` gets an empty value", option)
		f.Help = fmt.Sprintf("Give `%s` its value, or leave both out%s", option, without(c, i-1, i+1))
	}
	return f
}

// without shows a short command without the words [lo, hi).
func without(c *rules.Command, lo, hi int) string {
	if len(c.Words) > 100 {
		return ""
	}
	return ": " + inExec(c, slices.Delete(c.Strings(), lo, hi)...)
}

// leftOut tells to leave out an empty word and all others that are no option's
// value.
func leftOut(c *rules.Command, i int) string {
	if len(c.Words) > 100 {
		return "Leave it out"
	}
	var rest []string
	for j, w := range c.Words {
		if w.Value != "" || j > 0 && isOption(c.Words[j-1].Value) {
			rest = append(rest, w.Value)
		}
	}
	if len(rest) == len(c.Words)-1 {
		return "Leave it out" + without(c, i, i+1)
	}
	return "Leave them out: " + inExec(c, rest...)
}
