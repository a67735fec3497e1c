package script

import (
	"iter"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

// programs yields what the instructions of a file start: each process of the
// chain, be it a script or not.
func programs(p *rules.Pass) iter.Seq[*rules.Script] {
	return func(yield func(*rules.Script) bool) {
		for _, c := range p.Commands() {
			if c.OnBuild != nil || !c.Effective() {
				continue
			}
			for _, l := range p.Images() {
				if starts(l, c) && !chain(l, c, yield) {
					return
				}
			}
		}
	}
}

func chain(l *launch.Launch, c *rules.Command, yield func(*rules.Script) bool) bool {
	var by *launch.Process
	for proc := l.Start(runOf(l, c)).Intended(); proc != nil; by, proc = proc, proc.Next {
		s := &rules.Script{
			ScriptFile: proc.Script, Launch: l, Command: c, Process: proc, By: by,
			Health: c.Verb() == "HEALTHCHECK", Direct: proc.Script == nil || proc.Script.Word == 0, Engine: by == nil,
		}
		if !yield(s) {
			return false
		}
	}
	return true
}

// starts reports whether a container of the image uses the instruction.
func starts(l *launch.Launch, c *rules.Command) bool {
	return c.Inst == l.Entrypoint.Origin.At || c.Inst == l.Cmd.Origin.At && len(l.Cmd.V) > 0 || c.Inst == l.Health.Origin.At
}

// runOf is the run in which the instruction counts.
func runOf(l *launch.Launch, c *rules.Command) launch.Run {
	if c.Verb() != "HEALTHCHECK" {
		return launch.Run{}
	}
	return rules.HealthCheck(l)
}
