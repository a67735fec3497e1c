package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var commandLineInOneWord = &rules.Rule{
	Code:     "EP203",
	Name:     "command-line-in-one-word",
	Summary:  "a whole command line in one word of an array is taken for a program's name",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkCommandLineInOneWord,
}

func checkCommandLineInOneWord(p *rules.Pass) {
	for _, c := range p.Commands() {
		prog, ok := commandLineWord(c)
		if !ok {
			continue
		}
		name := c.Words[prog.word].Value
		p.Report(rules.Finding{
			At:      c.Command.Span,
			Message: oneWord(name) + ": " + missing(c, prog, name),
			Help:    splitHelp(c, prog.word),
		})
	}
}

// commandLineWord finds a program's name that holds blanks and is none.
func commandLineWord(c *rules.Command) (program, bool) {
	if !slices.ContainsFunc(c.Words, hasBlank) {
		return program{}, false
	}
	prog, ok := programOf(c)
	if !ok {
		prog, ok = nodeScript(c)
	}
	if !ok || onWindows(c) {
		return prog, false
	}
	name := c.Words[prog.word]
	if prog.word < len(c.Words)-1 && assignment.MatchString(name.Value) { // its value has the blank
		return prog, false
	}
	return prog, hasBlank(name) && !isBlank(name) && !isName(name.Value) && !isInstalled(c, name.Value) && !mayBeMade(c, name.Value) &&
		!(strings.HasPrefix(name.Value, "$(") && strings.HasSuffix(name.Value, ")"))
}

func hasBlank(w parser.Word) bool { return strings.ContainsFunc(w.Value, unicode.IsSpace) }

func oneWord(name string) string {
	if trimmed := strings.TrimSpace(name); !strings.ContainsFunc(trimmed, unicode.IsSpace) {
		quoted := rules.ExecForm([]string{name})
		return fmt.Sprintf("the blank in `%s` is part of the program's name", quoted[1:len(quoted)-1])
	}
	return fmt.Sprintf("`%s` is one word", rules.Clip(name))
}

// missing says who looks for a program of that name in vain.
func missing(c *rules.Command, prog program, name string) string {
	switch {
	case c.Verb() == "HEALTHCHECK":
		return fmt.Sprintf("every check looks for a program of that name and fails: `%s`", execError(name))
	case prog.by == nil:
		return fmt.Sprintf("the engine looks for a program of that name and answers `%s`", execError(name))
	case prog.argv[0] != name:
		return fmt.Sprintf("%s starts it as a script, `node %q`", path.Base(prog.by.Argv[0]), rules.Clip(name))
	}
	return fmt.Sprintf("%s looks for a program of that name", path.Base(prog.by.Argv[0]))
}

func splitHelp(c *rules.Command, word int) string {
	words := c.Strings()
	if len(words) == 1 {
		return commandLine(c, words[0])
	}
	if split, ok := shellSplit(c, words); ok {
		return "Write " + inExec(c, split...)
	}
	if isList(words) {
		return commandList(c, words)
	}
	split := slices.Concat(words[:word], strings.Fields(words[word]))
	for _, w := range c.Words[word+1:] {
		if isOptionAndValue(w) {
			split = append(split, splitOption(w.Value)...)
		} else {
			split = append(split, w.Value)
		}
	}
	return "Write " + inExec(c, split...)
}
