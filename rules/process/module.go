// Package process finds what is wrong with the main process itself: it leaves
// the container, waits for nothing, or does not get its signals.
package process

import (
	"embed"

	"github.com/entrylint/entrylint/rules"
)

//go:embed *.md
var pages embed.FS

// Module returns the rules of this module.
func Module() *rules.Module {
	return &rules.Module{
		Name:  "process",
		Doc:   "the main process",
		Pages: pages,
		Rules: []*rules.Rule{
			mainProcessDaemonises,
			keepAliveHack,
			packageManagerAsProcess1,
			privilegeToolAsProcess1,
			backgroundCommand,
			initNotProcess1,
			initWithoutSeparator,
			inheritedStopSignal,
			ungracefulStopSignal,
		},
	}
}
