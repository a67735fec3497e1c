package execform

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var quotedCommandLine = &rules.Rule{
	Code:     "EP214",
	Name:     "quoted-command-line",
	Summary:  "a command in shell form is one quoted string, or quoted words with commas and no brackets",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkQuotedCommandLine,
}

func checkQuotedCommandLine(p *rules.Pass) {
	for _, c := range p.Commands() {
		text, ok := quotedStart(c)
		if !ok || c.Inst.Err != nil || onWindows(c) || !c.Effective() {
			continue
		}
		first, ok := shell.Parse(text).First()
		if !ok {
			continue
		}
		switch word := first.Words[0]; {
		case c.Form == parser.Shell && strings.HasSuffix(word.Src, ",") && len(first.Words) > 1:
			p.Report(rules.Finding{
				At:      c.Command.Span,
				Message: fmt.Sprintf("quoted words with commas are no array without its brackets, so %s", outcome(c)),
				Help:    bracketsHelp(c),
			})
		case isQuotedLine(word.Src) && !isNameOf(c, word):
			line, _ := quotedText(text)
			p.Report(rules.Finding{
				At:      c.Command.Span,
				Message: fmt.Sprintf("the quotes make `%s` one word, so %s", rules.Clip(word.Src[1:len(word.Src)-1]), outcome(c)),
				Help:    unquotedHelp(c, word, line, text[word.End:]),
			})
		}
	}
}

// quotedStart is a text for a shell that begins with a quote: a shell form, or
// what sh -c is given.
func quotedStart(c *rules.Command) (string, bool) {
	text := c.Body.Text
	if c.Form == parser.Exec {
		if !strings.ContainsAny(text, `'\`) || c.ShellText() == nil {
			return "", false
		}
		text = c.ShellText().Src
	}
	return text, strings.HasPrefix(text, `"`) || strings.HasPrefix(text, "'")
}

// isQuotedLine reports whether a word is in quotes from end to end, with a
// blank in it that no expansion brings.
func isQuotedLine(src string) bool {
	inner, ok := quotedText(src)
	if !ok {
		return false
	}
	if i := strings.IndexAny(inner, "$`"); i >= 0 {
		return strings.ContainsAny(strings.TrimLeft(inner[:i], " \t"), " \t")
	}
	return strings.ContainsAny(inner, " \t") && strings.TrimSpace(inner) != ""
}

// quotedText takes the quotes off a text that one pair of them holds.
func quotedText(src string) (string, bool) {
	if len(src) < 2 || src[0] != src[len(src)-1] || strings.IndexByte(`"'`, src[0]) < 0 {
		return "", false
	}
	inner := src[1 : len(src)-1]
	return inner, !strings.Contains(strings.ReplaceAll(inner, `\"`, ""), src[:1])
}

// isNameOf reports whether a word is one name in spite of its blanks. Who puts a
// path in quotes inside the text of sh -c knows why.
func isNameOf(c *rules.Command, word shell.Word) bool {
	name := strings.TrimSpace(word.Value)
	if c.Form == parser.Exec && strings.Contains(strings.Fields(name + " .")[0], "/") {
		return true
	}
	return word.Literal && strings.Contains(name, " ") && (isName(name) || isInstalled(c, name))
}

// unquotedHelp writes the line without its quotes; words behind it stay.
func unquotedHelp(c *rules.Command, word shell.Word, line, behind string) string {
	if line == "" || line != word.Src[1:len(word.Src)-1] {
		line = word.Src[1:len(word.Src)-1] + behind
	}
	if word.Src[0] == '"' {
		line = strings.ReplaceAll(line, `\"`, `"`)
	}
	return commandLine(c, line)
}

func bracketsHelp(c *rules.Command) string {
	text := "[" + strings.TrimSuffix(strings.TrimSpace(c.Body.Text), "]") + "]"
	if words, ok := readArray(text).repaired(); ok {
		return "Put brackets around them: " + inExec(c, words...)
	}
	return `Put brackets around them, and every word in double quotes`
}
