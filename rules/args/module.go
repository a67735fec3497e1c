// Package args finds ARG and variables at run time.
package args

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "args",
		Doc:   "ARG and variables at run time",
		Pages: pages,
		Rules: []*rules.Rule{
			argAtRunTime,
			argNameAsWord,
			argOutOfScope,
			argUsedBeforeDeclared,
			argHiddenByEnv,
			undefinedArgInFrom,
			unusedArg,
			misspeltVariable,
			secretInArg,
		},
	}
}
