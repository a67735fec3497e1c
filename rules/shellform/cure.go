package shellform

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// cure says how to let the last command be process 1.
func (e ending) cure() string {
	words, plain := e.plain()
	switch {
	case plain && !e.behind:
		if sc, ok := e.Launch.ShellCommand(words); ok {
			words[sc.Text] = shell.WithExec(words[sc.Text])
		}
		return inExecForm(e.instruction(), append(e.Strings()[:e.front:e.front], words...))
	case e.last.In.Pipe:
		return "exec has no effect in a pipeline: let the program write to standard output, which docker logs keeps, and drop the pipe"
	case e.last.In.Subshell:
		return fmt.Sprintf("Take the parentheses away and put exec in front of `%s`", e.program())
	case e.last.In.Branch:
		return e.branches()
	}
	return e.withExample(fmt.Sprintf("Put exec in front of `%s`", e.program()), e.execed(""))
}

// branches puts exec in front of the last command of each branch.
func (e ending) branches() string {
	text := shell.WithExec(e.text.Src)
	if text == e.execed("") {
		return e.withExample(fmt.Sprintf("Put exec in front of `%s`", e.program()), text)
	}
	return e.withExample("Put exec in front of the last command of every branch", text)
}

// plain returns the words of a text that needs no shell. A shell that reads
// files of its own first may set what the program needs.
func (e ending) plain() ([]string, bool) {
	if slices.ContainsFunc(e.options(), readsFiles) {
		return nil, false
	}
	return e.text.Plain()
}

// instruction is how the command's line begins, such as ONBUILD CMD.
func (e ending) instruction() string { return instruction(e.Command) }

func instruction(c *rules.Command) string {
	if c.OnBuild != nil {
		return "ONBUILD " + c.Verb()
	}
	return c.Verb()
}

// inExecForm is the instruction without a shell. The kernel starts a script by
// its #! line; a shell reads one without it too.
func inExecForm(verb string, words []string) string {
	sentence := "Write it in exec form"
	if whole, ok := withDirective(words); ok {
		words = whole
		sentence += ", with one word behind -g that ends with a semicolon"
	}
	if slices.Contains([]string{".sh", ".bash", ".ksh"}, path.Ext(words[0])) {
		sentence += ", for which the script needs a #! line"
	}
	return fmt.Sprintf("%s: %s %s", sentence, verb, rules.ExecForm(words))
}

// withDirective makes one word of what stands behind -g of nginx, as nginx wants
// it; a shell ends the command at the semicolon. It reports false where nothing
// has to change.
func withDirective(words []string) ([]string, bool) {
	at := slices.Index(words, "-g")
	if at < 1 || at == len(words)-1 || path.Base(words[0]) != "nginx" || strings.HasSuffix(words[at+1], ";") {
		return nil, false
	}
	end := at + 2
	for end < len(words) && !strings.HasPrefix(words[end], "-") {
		end++
	}
	directive := strings.Join(words[at+1:end], " ") + ";"
	return slices.Concat(words[:at+1], []string{directive}, words[end:]), true
}

// withExample adds the cured instruction to a sentence if it is short.
func (e ending) withExample(sentence, text string) string {
	text = folded(text)
	example := e.instruction() + " " + text
	if e.Form == parser.Exec {
		words := e.Strings()
		words[e.text.Word] = text
		example = e.instruction() + " " + rules.ExecForm(words)
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
