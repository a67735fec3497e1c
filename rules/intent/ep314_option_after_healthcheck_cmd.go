package intent

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var optionAfterHealthcheckCmd = &rules.Rule{
	Code:     "EP314",
	Name:     "option-after-healthcheck-cmd",
	Summary:  "an option of HEALTHCHECK stands behind CMD, where the program gets it",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkOptionAfterHealthcheckCmd,
}

func checkOptionAfterHealthcheckCmd(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Verb() != "HEALTHCHECK" || !c.Effective() {
			continue
		}
		for _, command := range checkCommands(c) {
			lost := lostOptions(c, command)
			if len(lost) == 0 || !meansHealthcheck(command[0].Value, lost) {
				continue
			}
			names := make([]string, len(lost))
			for i, w := range lost {
				names[i] = w.Value
			}
			options := strings.Join(names, " ")
			p.Report(rules.Finding{
				At:      parser.Span{Start: lost[0].Span.Start, End: lost[len(lost)-1].Span.End},
				Message: fmt.Sprintf("`%s` stands behind CMD, so HEALTHCHECK does not get it: %s", options, whoGets(command[0].Value, lost)),
				Help:    fmt.Sprintf("Write it in front of CMD: HEALTHCHECK %s CMD …", strings.Join(append(flagsOf(c), names...), " ")),
			})
		}
	}
}

// checkCommands returns the commands of a health check that an option can stand
// in: the only one of an exec form, the first and the last of a shell's text. A
// text that begins with an option is none to a shell: there it is all alone.
func checkCommands(c *rules.Command) [][]parser.Word {
	text := c.ShellText()
	switch {
	case c.Form == parser.Shell && strings.HasPrefix(c.Body.Text, "-"):
		option, _, _ := strings.Cut(c.Body.Text, " ")
		return [][]parser.Word{{{Value: option, Span: c.Body.Span(0, len(option))}}}
	case text == nil:
		return [][]parser.Word{c.Words}
	}
	first, _ := text.First()
	last, _ := text.Last()
	all := [][]parser.Word{placed(text, first)}
	if last.Start != first.Start {
		all = append(all, placed(text, last.Simple))
	}
	return all
}

func placed(text *rules.ShellText, command shell.Simple) []parser.Word {
	words := make([]parser.Word, len(command.Words))
	for i, w := range command.Words {
		words[i] = parser.Word{Value: w.Src, Span: text.At(w.Start, w.End)}
	}
	return words
}

// lostOptions returns the words of a command that are options of HEALTHCHECK. What
// is given at its place too is meant for the program.
func lostOptions(c *rules.Command, command []parser.Word) []parser.Word {
	var lost []parser.Word
	for _, w := range command {
		name, _, _ := strings.Cut(w.Value, "=")
		if strings.HasPrefix(name, "--") && checkOption.MatchString(w.Value) && !strings.Contains(" "+strings.Join(flagsOf(c), " "), " "+name+"=") {
			lost = append(lost, w)
		}
	}
	return lost
}

func flagsOf(c *rules.Command) []string {
	flags := make([]string, len(c.Inst.Flags))
	for i, f := range c.Inst.Flags {
		flags[i] = f.Value
	}
	return flags
}
