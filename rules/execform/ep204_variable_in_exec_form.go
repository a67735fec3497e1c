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
		own, help := ownTexts(c.Launch, to.argv), replaced(c)
		for i, w := range c.Words {
			found := variablesIn(c, w.Value)
			if at := to.first + i; len(found) == 0 || to.lost.Contains(at) || own[at] {
				continue
			}
			f := rules.Finding{At: w.Span, Notes: variableNotes(p, c, found), Help: help}
			if to.starts && to.prog.word == i {
				f.Severity = rules.Error
				f.Message = fmt.Sprintf("%s in the program's name %s not replaced, exec form has no shell: %s", list(found), are(found), to.prog.answer(c))
			} else {
				f.Message = fmt.Sprintf("%s %s not replaced: exec form has no shell, and %s passes %s on as it stands",
					list(found), are(found), instruction(c), itself(w.Value, found))
			}
			p.Report(f)
		}
	}
}

func mentionsVariable(c *rules.Command) bool {
	return slices.ContainsFunc(c.Words, func(w parser.Word) bool { return strings.ContainsAny(w.Value, "$%") })
}

func variablesIn(c *rules.Command, word string) []use {
	if onWindows(c) {
		return windowsUses(word)
	}
	return uses(word)
}

// itself names the word that is passed on, where it is not just the variable.
func itself(word string, found []use) string {
	if word == found[0].text {
		return "it"
	}
	return "`" + rules.Clip(word) + "`"
}

func variableNotes(p *rules.Pass, c *rules.Command, found []use) []rules.Note {
	var notes []rules.Note
	for i, u := range found {
		if slices.ContainsFunc(found[:i], func(f use) bool { return f.text == u.text }) {
			continue
		}
		if v, ok := c.Launch.Env(u.name); ok && v.Value.Origin.At != nil {
			notes = append(notes, p.Note(v.Key.Span, "%s is set here; only a shell would put it in", u.name))
		}
		if u.kubernetes {
			notes = append(notes, rules.Fact("Kubernetes replaces %s in command and args of a pod, not in what the image sets", u.text))
		}
	}
	return notes
}
