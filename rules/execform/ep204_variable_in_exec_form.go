package execform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var variableInExecForm = &rules.Rule{
	Code:     "EP204",
	Name:     "variable-in-exec-form",
	Summary:  "a variable in exec form is passed to the program as it stands",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkVariableInExecForm,
}

func checkVariableInExecForm(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Form != parser.Exec || len(c.Words) == 0 || !c.Effective() || !mentionsVariable(c) {
			continue
		}
		to := passedOn(c)
		if to.script {
			continue
		}
		prog, known := programOf(c)
		for i := range c.Words {
			if at := to.first + i; to.lost.Contains(at) || to.readsItself(c.Launch, at) {
				continue
			}
			if uses := variablesIn(c, i); len(uses) > 0 {
				reportVariable(p, c, i, uses, known && prog.word == i)
			}
		}
	}
}

func mentionsVariable(c *rules.Command) bool {
	return slices.ContainsFunc(c.Words, func(w parser.Word) bool { return strings.ContainsAny(w.Value, "$%") })
}

func variablesIn(c *rules.Command, i int) []use {
	if onWindows(c) {
		return windowsUses(c.Words[i].Value)
	}
	return uses(c.Words[i].Value)
}

func reportVariable(p *rules.Pass, c *rules.Command, i int, found []use, isProgram bool) {
	word := c.Words[i].Value
	f := rules.Finding{At: c.Words[i].Span, Help: replaced(c, found)}
	switch passed := "`" + rules.Clip(word) + "`"; {
	case isProgram:
		f.Severity = rules.Error
		f.Message = fmt.Sprintf("%s in the program's name %s not replaced, exec form has no shell: `%s`", list(found), are(found), execError(word))
	case word == found[0].text:
		passed = "it"
		fallthrough
	default:
		f.Message = fmt.Sprintf("%s %s not replaced: exec form has no shell, and %s passes %s on as it stands",
			list(found), are(found), instruction(c), passed)
	}
	for _, u := range found {
		if v, ok := c.Launch.Env(u.name); ok && v.Value.Origin.At != nil {
			f.Notes = append(f.Notes, p.Note(v.Key.Span, "%s is set here; only a shell would put it in", u.name))
		}
		if u.kubernetes {
			f.Notes = append(f.Notes, rules.Fact("Kubernetes replaces %s in command and args of a pod, not in what the image sets", u.text))
		}
	}
	p.Report(f)
}
