package shellform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// lack is a bashism that the shell of a text does not know.
type lack struct {
	*rules.Command
	text   *rules.ShellText
	of     shell.Bashism
	answer string // what the shell says or does
}

// lackOf finds the first bashism that hurts: an error of syntax keeps the shell
// from running anything of the text. A text that asks whether it is run by bash
// knows what it does.
func lackOf(c *rules.Command) (lack, bool) {
	text := c.ShellText()
	if text == nil || strings.Contains(text.Src, "BASH") || !isRead(c) {
		return lack{}, false
	}
	var found []lack
	for _, b := range text.Bashisms() {
		if answer := answerOf(text.Kind, c.Launch.Root().Ref, b); answer != "" && !caredFor(text.Src, b) {
			found = append(found, lack{c, text, b, answer})
		}
	}
	if i := slices.IndexFunc(found, lack.isSyntaxError); i >= 0 {
		return found[i], true
	}
	if len(found) == 0 {
		return lack{}, false
	}
	return found[0], true
}

// caredFor reports whether the text has another way for shells that lack a
// bashism: "source x || . x", or a trial of an option in a subshell.
func caredFor(src string, b shell.Bashism) bool {
	switch b.Form {
	case "source":
		return strings.Contains(src, "|| . ")
	case "set -o pipefail":
		return strings.Contains(src, "(set -o pipefail")
	}
	return false
}

// isRead reports whether a shell gets the text: an ENTRYPOINT takes a CMD in
// shell form as its arguments, unless it is known to start them.
func isRead(c *rules.Command) bool {
	return c.Form == parser.Exec || isStarted(c, func(*launch.Process) bool { return true })
}

func (l lack) isSyntaxError() bool {
	return strings.HasPrefix(strings.ToLower(l.answer), "syntax error:")
}

// form is the bashism as people write it: one of two for the letters of a value.
func (l lack) form() string {
	if l.of.Form == "${a^^}" && strings.Contains(l.text.Src[l.of.Start:l.of.End], ",") {
		return "${a,,}"
	}
	return l.of.Form
}

// effect quotes what the shell says, or tells what it does.
func (l lack) effect() string {
	if l.answer == runsInside || l.answer == endsAtAmpersand {
		return l.answer
	}
	return "`" + rules.Clip(l.answer) + "`"
}

// at is the bashism and what comes behind it: up to there the shell agrees with
// the author.
func (l lack) at() parser.Span { return l.text.At(l.of.Start, len(l.text.Src)) }

// cure names what every shell knows, or lets bash read the text where the image
// is known to have it.
func (l lack) cure() string {
	instead, form := dialectOf(l.of.Form).instead, l.form()
	bash := slices.Contains(l.Launch.Root().Config.Tools, "bash")
	switch {
	case instead != "" && bash:
		return fmt.Sprintf("Write `%s` instead of `%s`, or let bash read the text: %s", instead, form, l.inBash())
	case instead != "":
		return fmt.Sprintf("Write `%s` instead of `%s`, or install bash and let it read the text", instead, form)
	case bash:
		return "Let bash read the text: " + l.inBash()
	}
	return fmt.Sprintf("Do without `%s`, or install bash and let it read the text", form)
}

// inBash is the instruction with bash as the shell of the text.
func (l lack) inBash() string {
	if l.Form == parser.Shell {
		return inShell(l.Command, []string{"bash", "-c"})
	}
	words := append([]string{"bash"}, l.Strings()[1:]...)
	if example := instruction(l.Command) + " " + rules.ExecForm(words); isShort(example) {
		return example
	}
	return instruction(l.Command) + ` ["bash", "-c", "…"]`
}
