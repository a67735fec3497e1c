// Package reading finds what keeps a Dockerfile from being read.
package reading

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "reading",
		Doc:   "reading the Dockerfile",
		Pages: pages,
		Rules: []*rules.Rule{
			syntaxError,
			unusedSuppression,
			invalidSuppression,
		},
	}
}
