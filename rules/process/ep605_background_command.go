package process

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var backgroundCommand = &rules.Rule{
	Code:     "EP605",
	Name:     "background-command",
	Summary:  "a shell text ends with `&`: the shell ends, and the container with it",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkBackgroundCommand,
}

func checkBackgroundCommand(p *rules.Pass) {
	for _, s := range startedBy(p) {
		in, ok := s.shell()
		if !ok {
			continue
		}
		if start, end, ok := in.text.LeftJob(); ok {
			job := in.text.Src[start:end]
			p.Report(rules.Finding{
				At:      in.text.at(start, end),
				Message: fmt.Sprintf("%s starts `%s` in the background, and nothing follows: the shell ends, and the container with it", in.command.Verb(), rules.Clip(job)),
				Help:    in.withoutJob(job),
			})
		}
	}
}

// withoutJob says how to run a job without the &.
func (s step) withoutJob(job string) string {
	last, ok := s.text.Last()
	words, plain := shell.Parse(job).Plain()
	switch {
	case plain && len(strings.TrimRight(s.text.Src, " \t\n&")) == len(job):
		return "Take the & away: " + s.command.Verb() + " " + rules.ExecForm(words)
	case ok && last.Exec:
		return "Take the & away: then exec replaces the shell"
	case ok && !last.In.Pipe && !last.In.Subshell:
		return fmt.Sprintf("Take the & away, and let the last command replace the shell: exec %s", rules.Clip(s.text.Src[last.Start:last.End]))
	}
	return "Take the & away, or let the shell wait for the job with wait"
}
