package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
)

// github writes workflow commands, which GitHub Actions shows next to the
// lines of a pull request.
//
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
type github struct{ out *bufio.Writer }

func (g *github) File(r *rules.Result) error {
	for i := range r.Findings {
		g.finding(&r.Findings[i])
	}
	return g.out.Flush()
}

func (g *github) Close() error { return g.out.Flush() }

func (g *github) finding(f *rules.Finding) {
	at := areaOf(f.In, f.At)
	file := escapeProperty(portablePath(f.In))
	fmt.Fprintf(g.out, "::%s file=%s,line=%d,endLine=%d", either(f.Severity, "error", "warning", "notice"), file, at.Line, at.EndLine)
	if at.Line == at.EndLine { // columns are for ranges on one line
		fmt.Fprintf(g.out, ",col=%d,endColumn=%d", at.Column, at.EndColumn)
	}
	title := escapeProperty(f.Rule.Code + " " + f.Rule.Name)
	fmt.Fprintf(g.out, ",title=%s::%s\n", title, escapeData(story(f)))
}

// escapeData and escapeProperty are those of actions/toolkit
// (packages/core/src/command.ts).
func escapeData(s string) string {
	s = strings.ReplaceAll(s, "%", "%25")
	s = strings.ReplaceAll(s, "\r", "%0D")
	return strings.ReplaceAll(s, "\n", "%0A")
}

func escapeProperty(s string) string {
	s = strings.ReplaceAll(escapeData(excerpt.Visible(s)), ":", "%3A")
	return strings.ReplaceAll(s, ",", "%2C")
}
