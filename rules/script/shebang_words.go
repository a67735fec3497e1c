package script

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// givesShellMore recognizes #!/bin/sh -e -u: the kernel hands the shell one word,
// in which it reads the blank as a letter. A comment is none there.
func givesShellMore(s *rules.Script) bool {
	if !s.Direct || s.File.Edited || !s.Shell || len(s.Interpreter) < 2 || s.InterpreterName() != s.Interpreter[0] {
		return false
	}
	words := s.Interpreter[1]
	return strings.HasPrefix(words, "#") || strings.HasPrefix(words, "-") && strings.ContainsAny(words, " \t")
}

// shellGetsOneWord is the finding about it (measured with dash 0.5.12, bash 5.2
// and busybox 1.35).
func shellGetsOneWord(s *rules.Script) rules.Finding {
	in, at := s.Line(1)
	program, words := s.Interpreter[0], s.Interpreter[1]
	f := rules.Finding{In: in, At: at, Notes: s.StartedHere(), Help: fmt.Sprintf("Write `#!%s`", program)}
	effect := "has no such option: " + shellAnswer(s, program)
	if options, _, _ := strings.Cut(words, "#"); strings.HasPrefix(words, "-") {
		f.Help += fmt.Sprintf(", and `set %s` in the line below", strings.Join(strings.Fields(options), " "))
	} else {
		effect = "takes it for the name of a script: " + fails(s)
	}
	f.Message = fmt.Sprintf("Linux hands %s one word, `%s`, and the shell %s", program, rules.Clip(words), effect)
	return f
}

func shellAnswer(s *rules.Script, program string) string {
	switch {
	case s.Health:
	case s.Kind == shell.Dash:
		return fmt.Sprintf("`%s: 0: Illegal option - `", program)
	case s.Kind == shell.Bash:
		return fmt.Sprintf("`%s: - : invalid option`", program)
	}
	return fails(s)
}
