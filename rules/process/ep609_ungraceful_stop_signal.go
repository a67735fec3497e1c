package process

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var ungracefulStopSignal = &rules.Rule{
	Code:     "EP609",
	Name:     "ungraceful-stop-signal",
	Summary:  "STOPSIGNAL names no signal, or one that no program can handle",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkUngracefulStopSignal,
}

func checkUngracefulStopSignal(p *rules.Pass) {
	for _, l := range p.Launches {
		if l.Root().Config.OS == "windows" {
			continue
		}
		for _, inst := range l.Stage.Instructions {
			if inst.Trigger != nil {
				inst = inst.Trigger
			}
			if c, ok := inst.Cmd.(*instructions.StopSignalCommand); ok {
				checkSignal(p, inst, strings.Trim(c.Signal, `"'`))
			}
		}
	}
}

// checkSignal looks at what STOPSIGNAL names, quotes taken off. What the
// builder expands is not known here.
func checkSignal(p *rules.Pass, inst *parser.Instruction, value string) {
	f := rules.Finding{At: inst.Span, Help: "Write STOPSIGNAL SIGTERM, or take the line away: SIGTERM is the default"}
	if len(inst.Words) > 0 {
		f.At = inst.Words[0].Span
	}
	switch name := signalName(value); {
	case strings.ContainsAny(value, "$\\`"):
		return
	case name == "":
		f.Severity = rules.Error
		f.Message = fmt.Sprintf("`%s` is no signal, and the build stops: `invalid signal: %[1]s`", rules.Clip(value))
		if near := nearest(value); near != "" {
			f.Help = "Did you mean STOPSIGNAL " + near + "?"
		}
	case name == "KILL":
		f.Message = fmt.Sprintf("no program can handle `%s`: docker stop kills the container at once, and nothing is told to stop", value)
	case !launch.HasKernelSignal(name):
		f.Message = fmt.Sprintf("no kernel has a signal `%s`, those of Linux end at 64: docker stop cannot send it, and kills the container two seconds later", value)
	case name == "STOP":
		f.Message = fmt.Sprintf("no program can handle `%s`: it freezes the main process, and docker stop kills it after ten seconds", value)
	default:
		return
	}
	p.Report(f)
}

// signalName returns the name of a signal without SIG, or its number; "" for
// what moby/sys/signal, which builders and the engine use, does not know.
func signalName(value string) string {
	if n, err := strconv.Atoi(value); err == nil {
		switch n {
		case 0:
			return ""
		case 9:
			return "KILL"
		case 19:
			return "STOP"
		}
		return value
	}
	name := strings.TrimPrefix(strings.ToUpper(value), "SIG")
	if !isSignal(name) {
		return ""
	}
	return name
}

// nearest returns the signal that was most likely meant. BuildKit's own choice
// among names that are as near is random.
func nearest(value string) string {
	for _, name := range common {
		if _, ok := suggest.Search(strings.ToUpper(value), []string{"SIG" + name, name}, false); ok {
			return "SIG" + name
		}
	}
	return ""
}
