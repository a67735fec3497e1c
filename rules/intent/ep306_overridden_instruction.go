package intent

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var overriddenInstruction = &rules.Rule{
	Code:     "EP306",
	Name:     "overridden-instruction",
	Summary:  "a CMD, ENTRYPOINT or HEALTHCHECK that a later one in the same stage replaces",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkOverriddenInstruction,
}

func checkOverriddenInstruction(p *rules.Pass) {
	said := map[*parser.Instruction]bool{} // a trigger is overridden in every stage built on it
	for _, l := range p.Launches {
		reportOverridden(p, l.Set, said)
		reportOverridden(p, triggers(l), said)
	}
}

// reportOverridden finds, in the order in which they take effect, those that a
// later one of their kind replaces.
func reportOverridden(p *rules.Pass, set []launch.Origin, said map[*parser.Instruction]bool) {
	last := map[string]launch.Origin{}
	for _, o := range set {
		if o.At != nil { // not an ONBUILD of the base image
			last[o.At.Verb.Value] = o
		}
	}
	for _, o := range set {
		if o.At == nil || said[o.At] || o.OnBuild != nil && inUse(p, o) {
			continue
		}
		if winner := last[o.At.Verb.Value]; winner != o {
			said[o.At] = true
			p.Report(overridden(p, o, winner))
		}
	}
}

// triggers lists the ONBUILD of a stage that set CMD, ENTRYPOINT or
// HEALTHCHECK in its children.
func triggers(l *launch.Launch) []launch.Origin {
	var all []launch.Origin
	for _, inst := range l.OnBuild {
		switch inst.Trigger.Verb.Value {
		case "CMD", "ENTRYPOINT", "HEALTHCHECK":
			all = append(all, launch.Origin{At: inst.Trigger, OnBuild: inst})
		}
	}
	return all
}

// inUse reports whether a stage built on an ONBUILD has none of its own in
// place of it.
func inUse(p *rules.Pass, trigger launch.Origin) bool {
	return slices.ContainsFunc(p.Launches, func(l *launch.Launch) bool {
		return l.Cmd.Origin == trigger || l.Entrypoint.Origin == trigger || l.Health.Origin == trigger
	})
}

func overridden(p *rules.Pass, earlier, winner launch.Origin) rules.Finding {
	verb := earlier.At.Verb.Value
	help := fmt.Sprintf("Remove it: of several %s in a stage only the last counts", verb)
	if verb != "HEALTHCHECK" {
		help += "; a step of the build is RUN, and a script can start several programs"
	}
	return rules.Finding{
		At:      where(earlier),
		Message: fmt.Sprintf("%s has no effect: line %d sets %s again", written(earlier), p.File.LineAt(where(winner).Start), verb),
		Notes:   []rules.Note{p.Note(where(winner), "%s is the one in force", written(winner))},
		Help:    help,
	}
}

// instructionOf returns the instruction as it stands in the file, ONBUILD
// included.
func instructionOf(o launch.Origin) *parser.Instruction {
	if o.OnBuild != nil {
		return o.OnBuild
	}
	return o.At
}

func where(o launch.Origin) parser.Span { return instructionOf(o).Span }

func written(o launch.Origin) string { return "`" + rules.Clip(instructionOf(o).Logical.Text) + "`" }
