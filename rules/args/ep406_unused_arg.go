package args

import (
	"fmt"
	"sync"

	"github.com/entrylint/entrylint/rules"
)

var unusedArg = &rules.Rule{
	Code:     "EP406",
	Name:     "unused-arg",
	Summary:  "ARG that nothing reads and no RUN gets",
	Severity: rules.Info,
	Since:    "0.1.0",
	Check:    checkUnusedArg,
}

func checkUnusedArg(p *rules.Pass) {
	if ownFrontend(p.File) || len(p.Launches) == 0 {
		return
	}
	if basesKnown(p) { // else a trigger of a base image may declare it
		for _, arg := range unused(p.File, p.File.Args, p.File.Instructions) {
			p.Report(rules.Finding{
				At:      arg.Key.Span,
				Message: fmt.Sprintf("ARG %s has no effect: no FROM line uses it, and no stage declares it", arg.Key.Value),
				Help:    fmt.Sprintf("Add `ARG %s` below the FROM of the stage that is to have it, or take it out", arg.Key.Value),
			})
		}
	}
	strays := sync.OnceValue(func() map[string]bool { return strays(p) })
	for _, l := range lastStages(p) {
		for _, arg := range unused(p.File, behindRun(l.Stage.Instructions), l.Stage.Instructions) {
			if name := arg.Key.Value; !strays()[name] {
				p.Report(rules.Finding{
					At:      arg.Key.Span,
					Message: fmt.Sprintf("ARG %s has no effect: no instruction uses it, no RUN stands below it, and the container does not have it", name),
					Help:    unusedHelp(name, l == p.Target),
				})
			}
		}
	}
}

func unusedHelp(name string, final bool) string {
	if namesSecret(name) {
		return fmt.Sprintf("Take it out; a container is given it by docker run -e %s", name)
	}
	if !final { // often written in front of a FROM for the stage below
		return "Put it below the FROM of the stage that is to have it, or take it out"
	}
	return fmt.Sprintf("Add `ENV %s=$%s` below it if the container is to have it, or take it out", name, name)
}
