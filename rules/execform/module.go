// Package execform finds broken or missing exec form.
package execform

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "execform",
		Doc:   "broken or missing exec form",
		Pages: pages,
		Rules: []*rules.Rule{
			invalidExecArray,
			textAfterExecArray,
			commandLineInOneWord,
			variableInExecForm,
			quotesInExecWord,
			optionAndValueInOneWord,
			emptyWord,
			wordIsNotAString,
			shellSyntaxInExecForm,
			builtinAsExecutable,
			shCLosesWords,
			flagBeforeShellForm,
			heredocCommand,
			quotedCommandLine,
			programNotOnPath,
			relativeProgram,
			interpreterGivenAFolder,
		},
	}
}
