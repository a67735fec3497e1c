package execform

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// brokenArray reads the text of a command that starts with "[" and is shell
// form to BuildKit. It returns false for what is a shell's text indeed: a
// condition such as [ -f x ] && y, or a pattern such as [a-z]*.sh.
func brokenArray(c *rules.Command) (array, bool) {
	text := c.Body.Text
	if c.Form != parser.Shell || c.Inst.Err != nil || !strings.ContainsAny(text[:min(len(text), 1)], "[{(") || !c.Effective() {
		return array{}, false
	}
	if text[0] != '[' {
		return inOtherBrackets(text)
	}
	if shell.Parse(text).StartsWithTest() {
		return array{}, false
	}
	a := readArray(text)
	return a, !a.pattern()
}

// inOtherBrackets reads quoted words with commas between them in braces or in
// parentheses: {"a", "b"}. To a shell that is one word, or a subshell.
func inOtherBrackets(text string) (array, bool) {
	a := readArray("[" + text[1:])
	if !strings.ContainsAny(text[1:min(len(text), 2)], `"'`) || a.commas == 0 || a.commas != len(a.words)-1 ||
		slices.ContainsFunc(a.words, func(w element) bool { return w.form != quotedWord }) || !a.tail().Empty() {
		return array{}, false
	}
	a.text = text
	a.faults = append([]fault{{otherOpening, parser.Span{Start: 0, End: 1}}}, a.faults...)
	return a, true
}

// pattern reports whether the text goes on right behind a bracket that holds
// one bare word.
func (a array) pattern() bool {
	tail := a.tail()
	return len(a.words) == 1 && a.words[0].form == bareWord && !tail.Empty() && tail.Start == a.end &&
		!strings.Contains(",;]", a.text[tail.Start:tail.Start+1])
}

// instruction is how the command's line begins, such as HEALTHCHECK CMD.
func instruction(c *rules.Command) string {
	name := c.Verb()
	if name == "HEALTHCHECK" {
		name = "HEALTHCHECK CMD"
	}
	if c.OnBuild != nil {
		name = "ONBUILD " + name
	}
	return name
}
