package intent

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var cmdBeforeEntrypoint = &rules.Rule{
	Code:     "EP307",
	Name:     "cmd-before-entrypoint",
	Summary:  "CMD stands above ENTRYPOINT: it still applies, which readers miss",
	Severity: rules.Info,
	Since:    "0.1.0",
	Check:    checkCmdBeforeEntrypoint,
}

func checkCmdBeforeEntrypoint(p *rules.Pass) {
	for _, l := range p.Launches {
		if !inForce(l.Cmd) || !l.Entrypoint.Known || l.Entrypoint.Origin.ShellForm() || !ownPair(l) {
			continue
		}
		cmd, entrypoint := l.Cmd.Origin.At, l.Entrypoint.Origin.At
		if cmd.Span.Start > entrypoint.Span.Start {
			continue
		}
		argv := l.Start(launch.Run{}).Argv.V
		p.Report(rules.Finding{
			At:      cmd.Span,
			Message: fmt.Sprintf("CMD stands above ENTRYPOINT and still applies: the container runs `%s`", spoken(argv)),
			Notes:   []rules.Note{p.Note(entrypoint.Span, "ENTRYPOINT, first in the command line, keeps a CMD of its own stage")},
			Help:    fmt.Sprintf("Write CMD %s below ENTRYPOINT, in the order of the command line", source(l.Cmd)),
		})
	}
}

// ownPair reports whether the stage itself, not an ONBUILD, sets both.
func ownPair(l *launch.Launch) bool {
	return slices.Contains(l.Stage.Instructions, l.Cmd.Origin.At) && slices.Contains(l.Stage.Instructions, l.Entrypoint.Origin.At)
}
