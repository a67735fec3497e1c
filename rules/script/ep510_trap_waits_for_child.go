package script

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var trapWaitsForChild = &rules.Rule{
	Code:     "EP510",
	Name:     "trap-waits-for-child",
	Summary:  "a script sets a trap and then waits for a program in the foreground: the trap runs when it has ended",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkTrapWaitsForChild,
}

func checkTrapWaitsForChild(p *rules.Pass) {
	for _, s := range p.Scripts() {
		if _, ok := getsSignals(s); !ok || s.Again {
			continue
		}
		for _, way := range mainWays(s) {
			if !holdsTrap(s, way) || returns(way) || may(s, way, func(o script.Way) bool { return !waitsFor(o) }) {
				continue
			}
			in, at := s.Place(way.In, way.Start, way.End)
			trapIn, trapAt := s.Place(way.Trap.In, way.Trap.Start, way.Trap.End)
			trap := rules.Note{In: trapIn, At: trapAt, Message: "the trap is set here"}
			p.Report(rules.Finding{
				In: in, At: at, Notes: append([]rules.Note{trap}, s.StartedHere()...),
				Message: fmt.Sprintf("the trap for %s runs only after `%s` has ended: the shell waits for it in the foreground",
					strings.Join(way.Trap.Signals, ", "), written(way)),
				Help: fmt.Sprintf("Put it in the background and wait for it, which a signal interrupts, and let the trap pass the signal on: %s & wait $!", written(way)),
			})
		}
	}
}

// returns reports whether a program comes back, to judge by what its author has
// written behind it: something that keeps the container up would be in vain
// behind one that stays in the foreground.
func returns(w script.Way) bool {
	return slices.ContainsFunc(w.In.Commands(), func(c shell.Simple) bool {
		return c.Start >= w.End && (c.Idle() || c.Name() == "wait")
	})
}

// holdsTrap reports whether a program keeps the shell from a trap for the
// signal that docker stop or Ctrl-C sends.
func holdsTrap(s *rules.Script, w script.Way) bool {
	c := started(w)
	return w.Trap != nil && !w.Trap.Ignores && !refuses(s.Kind, w.Trap) && waitsFor(w) && c.LongRunning() && !isJob(c) &&
		slices.ContainsFunc(w.Trap.Signals, func(name string) bool {
			return name == "TERM" || name == "INT" || name != "" && "SIG"+name == s.Launch.StopSignal.V
		})
}
