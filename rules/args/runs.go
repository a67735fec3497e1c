package args

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// inRun lists what the text of a RUN reads, if anything in it is worth
// a look: parsing takes longer than all the rest.
func (e early) inRun() []use {
	inst := e.steps[e.at]
	if inst.Verb.Value != "RUN" || !e.suspects(inst) {
		return nil
	}
	return slices.DeleteFunc(runUses(e.Launch, inst), func(u use) bool {
		return setAtStart(u.Name, e.Sh()) || isProxy(u.Name)
	})
}

// suspects reports whether a RUN has the name of a variable behind a $ that the
// builder does not know there.
func (e early) suspects(inst *parser.Instruction) bool {
	suspect := func(name string) bool {
		declared := len(e.declared[name]) > 0 || launch.IsPlatformArg(name)
		return declared && !e.knows(use{expansion: expansion{Name: name}})
	}
	return slices.ContainsFunc(dollarNames(inst.Logical.Text), suspect) || slices.ContainsFunc(inst.Heredocs, func(doc parser.Heredoc) bool {
		return slices.ContainsFunc(dollarNames(doc.Content), suspect)
	})
}

// dollarNames are the names behind $ and ${ in a text, whatever reads it.
func dollarNames(text string) []string {
	var names []string
	for {
		_, behind, found := strings.Cut(text, "$")
		if !found {
			return names
		}
		text = strings.TrimPrefix(behind, "{")
		if name := text[:len(text)-len(strings.TrimLeftFunc(text, inASCIIName))]; name != "" {
			names = append(names, name)
		}
	}
}

func inASCIIName(r rune) bool { return r < utf8.RuneSelf && inName(r) }

// runUses lists the variables that the shell of a RUN expands.
func runUses(l *launch.Launch, inst *parser.Instruction) []use {
	if inst.Verb.Value != "RUN" || inst.Argv == nil || inst.Err != nil {
		return nil
	}
	text, at, ok := runText(l, inst)
	if !ok || !strings.Contains(text, "$") {
		return nil
	}
	var all []use
	for _, u := range shell.Parse(text).Uses() {
		if !u.Parameter() {
			all = append(all, use{
				expansion: expansion{Name: u.Name, Defaulted: u.Defaulted},
				Src:       text[u.Start:u.End],
				At:        at(u.Start, u.End),
			})
		}
	}
	return all
}

// runText finds what a RUN hands to a shell: a shell form, or a here-document
// that is all there is.
func runText(l *launch.Launch, inst *parser.Instruction) (string, func(lo, hi int) parser.Span, bool) {
	argv := inst.Argv
	if _, ok := l.ShellCommand(append(l.ShellAt(inst), argv.Body.Text)); !ok || argv.Form == parser.Exec {
		return "", nil, false
	}
	if len(inst.Heredocs) == 0 {
		return argv.Body.Text, argv.Body.Span, true
	}
	doc := inst.Heredocs[0]
	at := func(lo, hi int) parser.Span { return parser.Span{Start: doc.Span.Start + lo, End: doc.Span.Start + hi} }
	alone := len(inst.Heredocs) == 1 && strings.Trim(argv.Body.Text, `<-"'`) == doc.Name
	return doc.Content, at, alone && !strings.HasPrefix(doc.Content, "#!")
}
