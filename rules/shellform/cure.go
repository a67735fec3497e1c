package shellform

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// cure says how to let the last command be process 1.
func (e ending) cure() string {
	words, plain := e.text.Plain()
	switch {
	case plain:
		return fmt.Sprintf("Write it in exec form: %s %s", e.Verb(), rules.ExecForm(words))
	case e.last.In.Pipe:
		return "exec has no effect in a pipeline: let the program write to standard output, which docker logs keeps, and drop the pipe"
	case e.last.In.Subshell:
		return fmt.Sprintf("Take the parentheses away and put exec in front of `%s`", e.program())
	}
	return e.withExample(fmt.Sprintf("Put exec in front of `%s`", e.program()), e.execed(""))
}

// withExample adds the cured instruction to a sentence if it is short.
func (e ending) withExample(sentence, text string) string {
	text = folded(text)
	example := e.Verb() + " " + text
	if e.Form == parser.Exec {
		words := e.Strings()
		words[e.text.Word] = text
		example = e.Verb() + " " + rules.ExecForm(words)
	}
	if !isShort(example) {
		return sentence
	}
	return sentence + ": " + example
}

// isShort reports whether an example helps more than it hides.
func isShort(example string) bool {
	return utf8.RuneCountInString(example) <= 120 && !strings.Contains(example, "\n")
}

// folded is a text without the blanks that continuation lines leave. Those in
// quotes and behind a backslash count.
func folded(text string) string {
	var out strings.Builder
	var quote, last rune
	for _, r := range text {
		if r == quote {
			quote = 0
		} else if quote == 0 && (r == '\'' || r == '"') && last != '\\' {
			quote = r
		}
		if r == '\t' && quote == 0 {
			r = ' '
		}
		if r != ' ' || last != ' ' || quote != 0 {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}

// execed is the text with exec in front of the last command, and words behind
// it.
func (e ending) execed(behind string) string {
	src, c := e.text.Src, e.last
	exec := "exec "
	if c.Exec {
		exec = ""
	}
	return src[:c.Start] + exec + src[c.Start:c.End] + behind + src[c.End:]
}

// entrypointCure keeps the arguments too.
func entrypointCure(e ending, ok bool) string {
	if !ok || e.last.In.Pipe || e.last.In.Background || e.last.In.Subshell || e.last.In.Branch {
		return "Move the text into a script that ends with exec … \"$@\", and name the script in exec form"
	}
	args, zero := e.text.UsesArguments()
	if words, plain := e.text.Plain(); plain {
		return "Write it in exec form: ENTRYPOINT " + rules.ExecForm(words)
	} else if args && zero {
		return e.cure()
	}
	behind := ` "$@"`
	if args {
		behind = ""
	}
	words := append(e.Launch.ShellAt(e.Inst), e.execed(behind), "--")
	if example := "ENTRYPOINT " + rules.ExecForm(words); isShort(example) {
		return "Let the program replace the shell and hand the arguments on: " + example
	}
	return fmt.Sprintf("Move the text into a script that ends with exec %s … \"$@\", and name the script in exec form", e.program())
}
