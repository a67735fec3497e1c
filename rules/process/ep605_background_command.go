package process

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var backgroundCommand = &rules.Rule{
	Code:     "EP605",
	Name:     "background-command",
	Summary:  "a shell text or script ends with `&`: the shell ends, and the container with it",
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
	for _, s := range p.Scripts() {
		if leftAlone(s) {
			reportLeftJob(p, s)
		}
	}
}

// leftAlone reports whether a script is read as it is, and the container ends
// with it.
func leftAlone(s *rules.Script) bool {
	return !s.Health && !s.Again && s.Text != nil && !s.File.Edited && (s.By == nil || s.By.Hop == launch.Exec)
}

func reportLeftJob(p *rules.Pass, s *rules.Script) {
	start, end, ok := s.Text.LeftJob()
	if !ok {
		return
	}
	job := rules.Clip(s.Text.Src[start:end])
	f := rules.Finding{
		Notes:   s.StartedHere(),
		Message: fmt.Sprintf("the script starts `%s` in the background, and nothing follows: it ends, and the container with it", job),
		Help:    "Take the & away, or let the script wait for the job with wait",
	}
	if last, ok := s.Text.Last(); ok && !last.In.Pipe && !last.In.Subshell && last.Start == start {
		f.Help = "Take the & away, and let the program replace the script: exec " + job
	}
	f.In, f.At = s.Source(start, end)
	p.Report(f)
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
