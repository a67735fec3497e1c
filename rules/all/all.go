// Package all lists the modules that make up entrylint. A program of its own
// lists these and its own next to them.
package all

import (
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/args"
	"github.com/entrylint/entrylint/rules/execform"
	"github.com/entrylint/entrylint/rules/intent"
	"github.com/entrylint/entrylint/rules/process"
	"github.com/entrylint/entrylint/rules/reading"
	"github.com/entrylint/entrylint/rules/script"
	"github.com/entrylint/entrylint/rules/shellform"
)

// Modules returns every module, in the order of their codes.
func Modules() []*rules.Module {
	return []*rules.Module{
		reading.Module(),
		shellform.Module(),
		execform.Module(),
		intent.Module(),
		args.Module(),
		script.Module(),
		process.Module(),
	}
}
