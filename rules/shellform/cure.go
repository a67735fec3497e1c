package shellform

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// cure says how to let the last command be process 1.
func (e ending) cure() string {
	words, plain := e.plain()
	switch {
	case plain:
		return inExecForm(e.Verb(), words)
	case e.last.In.Pipe:
		return "exec has no effect in a pipeline: let the program write to standard output, which docker logs keeps, and drop the pipe"
	case e.last.In.Subshell:
		return fmt.Sprintf("Take the parentheses away and put exec in front of `%s`", e.program())
	}
	return e.withExample(fmt.Sprintf("Put exec in front of `%s`", e.program()), e.execed(""))
}

// plain returns the words of a text that needs no shell. A shell that reads
// files of its own first may set what the program needs.
func (e ending) plain() ([]string, bool) {
	if slices.ContainsFunc(e.options(), readsFiles) {
		return nil, false
	}
	return e.text.Plain()
}

// inExecForm is the instruction without a shell. The kernel starts a script by
// its #! line; a shell reads one without it too.
func inExecForm(verb string, words []string) string {
	sentence := "Write it in exec form"
	if slices.Contains([]string{".sh", ".bash", ".ksh"}, path.Ext(words[0])) {
		sentence += ", for which the script needs a #! line"
	}
	return fmt.Sprintf("%s: %s %s", sentence, verb, rules.ExecForm(words))
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
