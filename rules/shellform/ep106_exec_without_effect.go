package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var execWithoutEffect = &rules.Rule{
	Code:     "EP106",
	Name:     "exec-without-effect",
	Summary:  "exec in a pipeline, before & or in parentheses: the shell stays process 1",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkExecWithoutEffect,
}

func checkExecWithoutEffect(p *rules.Pass) {
	for _, c := range p.Commands() {
		e, ok := endingOf(c)
		if !ok || c.Verb() == "HEALTHCHECK" || !c.Effective() || !isProcess1(c) {
			continue
		}
		if e.replaces == shell.Yes || e.last.In.Background || e.text.Traps() { // the shell leaves, or stays for a reason
			continue
		}
		for _, v := range e.text.VainExecs() {
			place, help := e.inVain(v)
			if place == "" || !v.LongRunning() || v.IsJob() {
				continue
			}
			p.Report(rules.Finding{
				At:      e.text.At(v.Start, v.End),
				Message: fmt.Sprintf("exec has no effect %s: %s stays process 1 and passes no signal on to `%s`", place, e.shell(), rules.Clip(v.Words[0].Src)),
				Notes:   e.notes(p),
				Help:    help,
			})
			break
		}
	}
}

// inVain says where an exec stands that has no effect, and what to do; nothing
// where it depends on the shell, and that is not known.
func (e ending) inVain(v shell.Vain) (place, help string) {
	known := e.text.Kind != shell.Unknown
	program := rules.Clip(v.Words[0].Src)
	switch {
	case v.In.Pipe && v.Last && known:
		return "in a pipeline", fmt.Sprintf("Let `%s` read from a file, and drop the pipe", program)
	case v.In.Pipe && !v.Last:
		return "in a pipeline", fmt.Sprintf("Let `%s` write to standard output, which docker logs keeps, and drop the pipe", program)
	case v.In.Background && !v.In.Pipe:
		return "before &", fmt.Sprintf("Start `%s` last, with exec and without &", program)
	case v.In.Subshell && e.replaces == shell.No:
		return "in parentheses, which are a process of their own", fmt.Sprintf("Take the parentheses away: exec in front of `%s` then replaces the shell", program)
	}
	return "", ""
}
