package execform

import (
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
	if c.Form != parser.Shell || c.Inst.Err != nil || !strings.HasPrefix(text, "[") || !c.Effective() {
		return array{}, false
	}
	if shell.Parse(text).StartsWithTest() {
		return array{}, false
	}
	a := readArray(text)
	return a, !a.pattern()
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
