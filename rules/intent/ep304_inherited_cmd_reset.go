package intent

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var inheritedCmdReset = &rules.Rule{
	Code:     "EP304",
	Name:     "inherited-cmd-reset",
	Summary:  "ENTRYPOINT clears the CMD of the base image or of an earlier stage, and nothing is left to run",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkInheritedCmdReset,
}

func checkInheritedCmdReset(p *rules.Pass) {
	bare := startedBare(p)
	for _, l := range p.Launches {
		at, here := place(l.Entrypoint)
		if !here || !l.LostCmd.Known || !bare[l.Entrypoint.Origin] || isIdle(wanted(l.LostCmd)) {
			continue
		}
		effect, severity := resetEffect(l)
		if effect == "" {
			continue
		}
		p.Report(rules.Finding{
			Severity: severity,
			At:       at,
			Message:  fmt.Sprintf("ENTRYPOINT `%s` clears the inherited CMD `%s`: %s", shown(l.Entrypoint), shown(l.LostCmd), effect),
			Notes:    []rules.Note{setBy(p, "CMD", l.LostCmd)},
			Help:     restateHelp(l),
		})
	}
}

// startedBare returns the ENTRYPOINT that images have without a CMD. An image
// with an ONBUILD is there for children in other files.
func startedBare(p *rules.Pass) map[launch.Origin]bool {
	bare := map[launch.Origin]bool{}
	for _, l := range p.Images() {
		if l.Cmd.Known && len(l.Cmd.V) == 0 && len(l.OnBuild) == 0 {
			bare[l.Entrypoint.Origin] = true
		}
	}
	return bare
}

// resetEffect says what the stage's ENTRYPOINT does without the lost CMD. It
// is silent about a program that is complete without one, or may be.
func resetEffect(l *launch.Launch) (string, rules.Severity) {
	if len(l.Entrypoint.V) == 0 {
		return "nothing is left to run, docker run answers `No command specified`", rules.Error
	}
	does, program := roleOf(l, l.Entrypoint.V)
	switch {
	case does == runner:
		return fmt.Sprintf("`%s` has nothing to run", spoken(program)), rules.Error
	case losesOptions(l, program):
		return fmt.Sprintf("`%s` runs without the words behind it", spoken(program)), rules.Warning
	case does == starter, does == complete:
		return "", rules.Unset
	case repeatsBase(l, program), does == unclear && fromEarlierStage(l) && isEntrypoint(program):
		return fmt.Sprintf("`%s` runs without it", spoken(program)), rules.Warning
	}
	return "", rules.Unset
}
