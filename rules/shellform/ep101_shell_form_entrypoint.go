package shellform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var shellFormEntrypoint = &rules.Rule{
	Code:     "EP101",
	Name:     "shell-form-entrypoint",
	Summary:  "ENTRYPOINT in shell form: run arguments are lost and the shell is process 1",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkShellFormEntrypoint,
}

func checkShellFormEntrypoint(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Verb() != "ENTRYPOINT" || c.Form != parser.Shell || !c.Effective() || maybeWindows(c) {
			continue
		}
		text := c.ShellText()
		if text == nil || text.Err != nil || strings.TrimSpace(text.Src) == "" {
			continue
		}
		e, ok := endingOf(c)
		if ok && e.last.Exec && e.last.Alone() {
			continue
		}
		effects := lostArguments(text)
		var notes []rules.Note
		if ok && e.stays() {
			effects = append(effects, e.staying())
			notes = e.notes(p)
		}
		if len(effects) == 0 {
			continue
		}
		p.Report(rules.Finding{
			At:      c.Span(),
			Message: fmt.Sprintf("ENTRYPOINT `%s` is in shell form: %s", rules.Clip(text.Src), strings.Join(effects, "; ")),
			Notes:   notes,
			Help:    entrypointCure(e, ok),
		})
	}
}

// lostArguments says what becomes of the words behind the image's name. They
// stand behind the text of sh -c, so that the first of them is $0.
func lostArguments(text *rules.ShellText) []string {
	switch args, zero := text.UsesArguments(); {
	case !args && !zero:
		return []string{"arguments of docker run never reach it"}
	case args && !zero:
		return []string{"the first argument of docker run is lost, it becomes $0"}
	}
	return nil
}

// maybeWindows reports whether the base image, of which nothing is known, may
// be one of Windows, whose shell hands the arguments on.
func maybeWindows(c *rules.Command) bool {
	program, _, _ := strings.Cut(c.Body.Text, " ")
	ending := strings.ToLower(path.Ext(program))
	return !c.Launch.Root().Known && (c.Launch.File.Escape == '`' || strings.Contains(program, `\`) ||
		slices.Contains([]string{".exe", ".bat", ".cmd", ".ps1"}, ending))
}
