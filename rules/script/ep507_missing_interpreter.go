package script

import (
	"fmt"
	"path"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var missingInterpreter = &rules.Rule{
	Code:     "EP507",
	Name:     "missing-interpreter",
	Summary:  "the program behind a script's #! is not in the image",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkMissingInterpreter,
}

func checkMissingInterpreter(p *rules.Pass) {
	for s := range once(p, lacksInterpreter) {
		in, at := s.Line(1)
		program := lacking(s)
		what := fmt.Sprintf("`%s` is not in %s", rules.Clip(program), imageOf(s))
		if program != s.Interpreter[0] {
			p.Report(rules.Finding{
				In: in, At: at, Notes: s.StartedHere(), Help: bringIn(s, program),
				Message: fmt.Sprintf("%s: %s", what, envFails(s, program)),
			})
			continue
		}
		p.Report(rules.Finding{
			In: in, At: at, Notes: s.StartedHere(), Help: bringIn(s, program),
			Message: fmt.Sprintf("%s: %s", what, unstartable(s)),
		})
	}
}

func lacksInterpreter(s *rules.Script) bool {
	return s.Direct && !s.File.Edited && lacking(s) != ""
}

// lacking returns the program in the first line that the image surely lacks.
func lacking(s *rules.Script) string {
	if len(s.Interpreter) == 0 {
		return ""
	}
	first := s.Interpreter[0]
	switch name := s.InterpreterName(); {
	case !path.IsAbs(first):
	case s.Launch.Lacks(first):
		return first
	case name != first && s.Launch.Lacks(name):
		return name
	}
	return ""
}

func imageOf(s *rules.Script) string {
	root := s.Launch.Root()
	if root.Scratch() {
		return "the image, which is built from scratch"
	}
	return fmt.Sprintf("`%s`, and nothing brings it in", root.Ref)
}

// bringIn says how to come by the interpreter, or to do without.
func bringIn(s *rules.Script, program string) string {
	name := path.Base(program)
	if home := s.Launch.Files().Home(program); home != "" {
		return fmt.Sprintf("Write `#!%s`: there it is", home)
	}
	switch s.Launch.Root().Config.Sh {
	case shell.Busybox:
		if name == "bash" {
			return "Install it, `RUN apk add --no-cache bash`, or write the script for `#!/bin/sh`"
		}
		return fmt.Sprintf("Install %s with apk add, or take an image that has it", name)
	case shell.Dash:
		return fmt.Sprintf("Install %s with apt-get install, or take an image that has it", name)
	}
	return "Let ENTRYPOINT start the program itself, or take an image that has " + name
}
