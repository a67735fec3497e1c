// Package script finds what is wrong with the scripts that ENTRYPOINT, CMD and
// HEALTHCHECK start: why they cannot start, and what becomes of the arguments
// and signals they are given.
package script

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "script",
		Doc:   "the scripts behind ENTRYPOINT and CMD",
		Pages: pages,
		Rules: []*rules.Rule{
			scriptIgnoresArguments,
			scriptWithoutExec,
			unquotedArguments,
			missingShebang,
			crlfScript,
			scriptNotExecutable,
			missingInterpreter,
			envShebangArguments,
			programNotCopied,
			trapWaitsForChild,
			evalArguments,
			scriptEndsInPrivilegeTool,
			badTrapName,
		},
	}
}
