// Package intent finds what ENTRYPOINT and CMD mean together.
package intent

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "intent",
		Doc:   "what ENTRYPOINT and CMD mean together",
		Pages: pages,
		Rules: []*rules.Rule{
			entrypointSwallowsArguments,
			shellCmdBecomesArguments,
			cmdRepeatsEntrypoint,
			inheritedCmdReset,
			cmdGoesToInheritedEntrypoint,
			overriddenInstruction,
			cmdBeforeEntrypoint,
			noCommand,
			commandInDroppedStage,
			argumentsWithoutProgram,
			emptyCommand,
			vendorEntrypointSkipped,
			onbuildCommand,
			optionAfterHealthcheckCmd,
		},
	}
}
