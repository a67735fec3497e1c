package shellform

import (
	"slices"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// indifferent are programs that succeed on no input (coreutils manual; jq(1),
// without -e): at the end of a pipeline they hide that its first command
// failed.
var indifferent = []string{"cat", "cut", "head", "jq", "nl", "rev", "sort", "tac", "tail", "tee", "tr", "uniq", "wc"}

// succeeds reports whether a command at the end of a pipeline succeeds whatever
// it is given.
func succeeds(c shell.Simple) bool {
	fails := func(w shell.Word) bool { return w.Value == "-e" || w.Value == "--exit-status" }
	return slices.Contains(indifferent, c.Name()) && !(c.Name() == "jq" && slices.ContainsFunc(c.Words, fails))
}

// cmdlet finds what starts a text of PowerShell: try, an assignment, a cmdlet
// such as Invoke-WebRequest.
var cmdlet = lazyregexp.New(`^\s*(try\s*\{|\$\w+\s*=|(if\s*\(\s*)?\(*[A-Z][a-z]+-[A-Z]\w+)`)

var powerShell = lazyregexp.New(`(?i)(^|[/\\])(powershell|pwsh)(\.exe)?$`)

// healthRunner is what the engine hands the text of a HEALTHCHECK to (moby,
// daemon/health.go, getShell).
func healthRunner(c *rules.Command) string {
	if c.Launch.Root().Config.OS == "windows" {
		return "cmd /S /C"
	}
	return "/bin/sh"
}

// inShell is the instruction with a shell in front of its text.
func inShell(c *rules.Command, words []string) string {
	verb := instruction(c)
	if c.Verb() == "HEALTHCHECK" {
		verb += " … CMD"
	}
	if example := verb + " " + rules.ExecForm(append(slices.Clip(words), folded(c.Body.Text))); isShort(example) {
		return example
	}
	return verb + " " + rules.ExecForm(append(slices.Clip(words), "…"))
}
