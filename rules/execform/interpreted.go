package execform

import (
	"slices"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// commandWords is a command line and where its words stand.
type commandWords struct {
	argv []string
	at   func(i int) parser.Span
}

// interpreted returns the command line that may run an interpreter: the last
// command of a shell's text, else the program the words start.
func interpreted(c *rules.Command) commandWords {
	if text := c.ShellText(); text != nil {
		last, _ := text.Last()
		line := commandWords{at: func(i int) parser.Span { return text.At(last.Words[i].Start, last.Words[i].End) }}
		for _, w := range last.Words {
			if !w.Literal {
				break
			}
			line.argv = append(line.argv, w.Value)
		}
		return line
	}
	if c.Form != parser.Exec || len(c.Words) == 0 {
		return commandWords{}
	}
	words := c.Words
	if cmd := c.Launch.Cmd.Origin.At; c.Verb() == "ENTRYPOINT" && c.OnBuild == nil && cmd != nil && cmd.Argv != nil {
		words = slices.Concat(words, cmd.Argv.Words)
	}
	if !slices.ContainsFunc(words, func(w parser.Word) bool { return isFolder(c.Launch, w.Value) }) {
		return commandWords{}
	}
	line := commandWords{argv: values(words), at: func(i int) parser.Span { return words[i].Span }}
	if prog, ok := programOf(c); ok {
		line.argv = prog.argv[:min(len(prog.argv), len(words)-prog.word)] // a CMD in shell form has no words
		line.at = func(i int) parser.Span { return words[prog.word+i].Span }
	}
	return line
}

func values(words []parser.Word) []string {
	return (&parser.Command{Form: parser.Exec, Words: words}).Strings()
}
