package shellform

import (
	"fmt"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var shellStaysProcess1 = &rules.Rule{
	Code:     "EP103",
	Name:     "shell-stays-process-1",
	Summary:  "a shell text ends in a program without exec: the shell stays process 1",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkShellStaysProcess1,
}

func checkShellStaysProcess1(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Verb() == "HEALTHCHECK" || !c.Effective() {
			continue
		}
		e, ok := endingOf(c)
		if in, at, nested := second(e); ok && nested && in.wantsExec() && isProcess1(c) {
			in.report(p, at, in.secondCure())
			continue
		}
		if in, ok := wrapped(c); ok && in.wantsExec() {
			in.report(p, in.span(), in.cure())
			continue
		}
		if !ok || c.Form == parser.Shell && e.last.Alone() || !e.wantsExec() || !isProcess1(c) {
			continue
		}
		e.report(p, e.span(), e.cure())
	}
}

// report is about a text whose shell stays, or would in another image.
func (e ending) report(p *rules.Pass, at parser.Span, help string) {
	effect, severity := e.staying(), rules.Warning
	if e.replaces == shell.Yes {
		effect, severity = e.leaving(), rules.Info
	}
	p.Report(rules.Finding{
		At:       at,
		Severity: severity,
		Message:  fmt.Sprintf("%s runs `%s` without exec: %s", e.Verb(), rules.Clip(e.text.Src), effect),
		Notes:    e.notes(p),
		Help:     help,
	})
}

// wantsExec reports whether the last command is a program that should replace
// the shell and was not told to. Behind || it is only a way out, with ! or a
// trap the shell is still needed, before & nothing is left to wait for.
func (e ending) wantsExec() bool {
	in := e.last.In
	return e.matters() && !e.last.Exec && !in.Or && !in.Negated && e.replaces != shell.NotKnown
}

// span is the last command, or the text where it is part of a pipeline.
func (e ending) span() parser.Span {
	if e.last.In.Pipe {
		return e.text.At(0, len(e.text.Src))
	}
	return e.text.At(e.last.Start, e.last.End)
}
