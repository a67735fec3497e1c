package script

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/rules"
)

var scriptWithoutExec = &rules.Rule{
	Code:     "EP502",
	Name:     "script-without-exec",
	Summary:  "a script starts its program without exec: the shell stays in front of it and keeps the stop signal",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkScriptWithoutExec,
}

func checkScriptWithoutExec(p *rules.Pass) {
	for _, s := range p.Scripts() {
		init, ok := getsSignals(s)
		if !ok || s.Text.Traps() || isAction(s.Launch) {
			continue
		}
		for _, way := range mainWays(s) {
			if !wantsExec(way) || may(s, way, func(o script.Way) bool { return o.Then || !waitsFor(o) }) {
				continue
			}
			in, at := s.Place(way.In, way.Start, way.End)
			p.Report(rules.Finding{
				In: in, At: at, Notes: s.StartedHere(),
				Message: fmt.Sprintf("`%s` is started without exec: %s", written(way), keeps(s, init)),
				Help:    "Put exec in front of it: " + replacing(way),
			})
		}
	}
}

// wantsExec reports whether nothing is left to do for the script but to wait
// for a program that works until it is told to stop.
func wantsExec(w script.Way) bool {
	c := started(w)
	return waitsFor(w) && !w.Then && w.Trap == nil && c.LongRunning() && !c.Idle() && !isJob(c)
}

// keeps says what becomes of the stop signal.
func keeps(s *rules.Script, init *launch.Process) string {
	if init != nil {
		return fmt.Sprintf("the signal that `%s` passes on ends `%s`, and the program is killed with the container", init.Argv[0], s.Name())
	}
	return fmt.Sprintf("`%s` stays process 1 and passes no signal on to it", s.Name())
}
