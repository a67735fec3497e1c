package execform

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var shellSyntaxInExecForm = &rules.Rule{
	Code:     "EP205",
	Name:     "shell-syntax-in-exec-form",
	Summary:  "operators, patterns or substitutions of a shell are passed to the program as arguments",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkShellSyntaxInExecForm,
}

func checkShellSyntaxInExecForm(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Form != parser.Exec || !slices.ContainsFunc(c.Words, mayBeSyntax) || !c.Effective() || forImagesProgram(c) {
			continue
		}
		to := passedOn(c)
		if to.script {
			continue
		}
		taken := takenAsTheyStand(c.Launch, to.argv)
		left := func(i int) bool { return taken[to.first+i] || to.lost.Contains(to.first+i) }
		if i := operatorAt(c, left); i >= 0 {
			p.Report(operatorFinding(c, to, i))
			continue
		}
		e := expansions{Command: c, to: to, files: takeFiles(to.argv), own: ownTexts(c.Launch, to.argv)}
		help := sync.OnceValue(func() string { return shellHelp(c, to) })
		for i, w := range c.Words {
			if f, ok := e.at(i); ok && !left(i) {
				f.At, f.Help = w.Span, help()
				p.Report(f)
			}
		}
	}
}

func mayBeSyntax(w parser.Word) bool { return strings.ContainsAny(w.Value, "&|;<>*[{~`$") }

// operatorAt returns the first word that is an operator of the shell, or -1.
func operatorAt(c *rules.Command, left func(int) bool) int {
	for i, w := range c.Words {
		if isOperatorWord(w.Value) && !left(i) {
			return i
		}
	}
	return -1
}

func operatorFinding(c *rules.Command, to passed, i int) rules.Finding {
	rest, who := rules.Clip(strings.Join(c.Strings()[i:], " ")), gets(to)
	if namesProgram(to, i) {
		who = instruction(c) + " passes on"
	}
	return rules.Finding{
		At:       c.Words[i].Span,
		Severity: rules.Error,
		Message: fmt.Sprintf("`%s` needs a shell, and exec form has none: %s `%s` as arguments",
			c.Words[i].Value, who, rest),
		Help: shellHelp(c, to),
	}
}

// expansions are the words of a command that a shell would replace.
type expansions struct {
	*rules.Command
	to         passed
	files, own []bool // of to.argv
}

func (e expansions) at(i int) (rules.Finding, bool) {
	w, to := e.Words[i].Value, e.to
	pattern, what := isPattern(w) || isTilde(w), "the files it fits"
	if isTilde(w) {
		what = "the home folder"
	}
	switch {
	case (pattern || isSubstitution(w)) && to.starts && to.prog.word == i:
		if !pattern {
			what = "what the command in it prints"
		}
		message := fmt.Sprintf("only a shell replaces `%s` by %s: %s", rules.Clip(w), what, to.prog.answer(e.Command))
		return rules.Finding{Severity: rules.Error, Message: message}, true
	case pattern && e.files[to.first+i]:
		return rules.Finding{Message: fmt.Sprintf("only a shell replaces `%s` by %s: %s", rules.Clip(w), what, getsIt(e.Command, to, i))}, true
	case isSubstitution(w) && !e.own[to.first+i]:
		return rules.Finding{Message: fmt.Sprintf("only a shell runs the command in %s: %s", code(w), getsIt(e.Command, to, i))}, true
	}
	return rules.Finding{}, false
}

// code marks a word in a message; one with backquotes is marked by them.
func code(w string) string {
	if strings.Contains(w, "`") {
		return rules.Clip(w)
	}
	return "`" + rules.Clip(w) + "`"
}

// shellHelp tells how to hand the words to a shell.
func shellHelp(c *rules.Command, to passed) string {
	words := c.Strings()
	switch {
	case onWindows(c):
		return "Hand it to a shell: " + inExec(c, "cmd", "/S", "/C", strings.Join(words, " "))
	case c.Verb() == "CMD" && c.OnBuild == nil && to.first > 0 && !to.starts:
		text := shell.WithExec(strings.TrimSuffix(typed(to.argv), " &"))
		return "Write ENTRYPOINT and CMD as one text for a shell: ENTRYPOINT " + rules.ExecForm([]string{"sh", "-c", text})
	}
	return needsShell(c, "Hand it to a shell: ", typed(words))
}
