// Package shellform finds what the shell form of a command instruction does to
// process 1: arguments that are lost, signals that stop at the shell.
package shellform

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "shellform",
		Doc:   "shell form and process 1",
		Pages: pages,
		Rules: []*rules.Rule{
			shellFormEntrypoint,
			shellFormCmd,
			shellStaysProcess1,
			noShell,
			execEndsTheChain,
			execWithoutEffect,
			shellSetTooLate,
			healthcheckIgnoresShell,
			shellSetToSilence,
			shellLacksThisSyntax,
		},
	}
}
