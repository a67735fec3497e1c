package execform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// outcome says what becomes of an array that is a text for a shell: a clause
// that follows "so".
func outcome(c *rules.Command) string {
	text := c.ShellText()
	if text == nil {
		return "it is text for `" + rules.Clip(strings.Join(c.Launch.ShellAt(c.Inst), " ")) + "`"
	}
	who := "the shell runs it as text and"
	if c.Verb() == "CMD" {
		taker, known := cmdTaker(c)
		if taker != "" {
			return taker
		}
		if !known {
			who = "it is text for a shell, which"
		}
	}
	sh := "/bin/sh"
	if words := c.Launch.ShellAt(c.Inst); c.Form == parser.Exec {
		sh = c.Words[0].Value
	} else if c.Verb() != "HEALTHCHECK" && len(words) > 0 {
		sh = words[0]
	}
	if text.Kind == shell.None {
		return fmt.Sprintf("it is text for a shell, and `%s` brings none", c.Launch.Root().Ref)
	}
	return who + " " + shellAnswer(text, sh)
}

// cmdTaker tells who gets a CMD in shell form; "" for the shell itself or, where
// known is false, for whom an unknown entrypoint gives it to.
func cmdTaker(c *rules.Command) (taker string, known bool) {
	start := c.Launch.Start(launch.Run{})
	// An ENTRYPOINT of this file is known well enough, whatever shell reads it.
	if c.OnBuild != nil || !start.Argv.Known && c.Launch.Entrypoint.Origin.At == nil {
		return "", false
	}
	last := start.Process
	for p := start.Process; p != nil; p = p.Next {
		if slices.Equal(p.Argv, start.Cmd.V) {
			return "", true
		}
		if len(p.Lost) > 0 {
			return "it is text that ENTRYPOINT, itself in shell form, does not read", true
		}
		last = p
	}
	if last != nil && last.Kind == launch.App {
		return fmt.Sprintf("`%s` gets the arguments `/bin/sh`, `-c` and this text", last.Argv[0]), true
	}
	return "", false
}

// shellAnswer says what a shell does with the text. Measured with dash 0.5.12
// (Debian 12), busybox 1.35 and bash 5.2.
func shellAnswer(text *rules.ShellText, sh string) string {
	switch first, ok := text.First(); {
	case text.Err != nil:
		return "answers with a syntax error"
	case !ok:
		return "can make nothing of it"
	case first.Words[0].Src == "[":
		return testAnswer(first, goesOn(text.Src[first.End:]))
	default:
		return notFound(text.Kind, sh, first.Words[0].Src)
	}
}

// goesOn reports whether another command follows.
func goesOn(rest string) bool {
	rest = strings.TrimSpace(rest)
	return rest != "" && strings.Contains("&|;", rest[:1]) && strings.Trim(rest, "&|; ") != ""
}

// testAnswer is for a text that starts with "[" and a blank. One word that is
// not empty is true, words that are no condition are an error of test.
func testAnswer(first shell.Simple, more bool) string {
	operands := first.Words[1:]
	if more {
		return "takes `[` for the command test"
	}
	if n := len(operands); n == 2 && operands[1].Src == "]" && operands[0].Src != "''" {
		return fmt.Sprintf("takes `[` for the command test, finds `%s` true and starts nothing", rules.Clip(operands[0].Src))
	}
	return "takes `[` for the command test, which fails"
}

// notFound is for a text that starts with a bracket and letters.
func notFound(kind shell.Kind, sh, src string) string {
	name, ok := unquote(src)
	if !ok {
		return fmt.Sprintf("looks for a program `%s`", rules.Clip(src))
	}
	name = rules.Clip(name)
	switch {
	case kind == shell.Dash:
		return fmt.Sprintf("answers `%s: 1: %s: not found`", sh, name)
	case kind == shell.Busybox:
		return fmt.Sprintf("answers `%s: %s: not found`", sh, name)
	case kind == shell.Bash && strings.Contains(name, "/"):
		return fmt.Sprintf("answers `%s: No such file or directory`", name)
	case kind == shell.Bash:
		return fmt.Sprintf("answers `%s: command not found`", name)
	}
	return fmt.Sprintf("finds no program `%s`", name)
}

// unquote takes the quotes off a shell word, as the shell does; false where an
// expansion decides what the word is.
func unquote(src string) (string, bool) {
	var out strings.Builder
	var quote byte
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case quote == '\'' && c != quote:
			out.WriteByte(c)
		case c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote = c
		case c == '$' || c == '`':
			return "", false
		case c == '\\' && i+1 < len(src) && (quote == 0 || strings.IndexByte("$`\"\\", src[i+1]) >= 0):
			i++
			out.WriteByte(src[i])
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), true
}
