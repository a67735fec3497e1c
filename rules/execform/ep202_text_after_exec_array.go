package execform

import (
	"fmt"
	"strconv"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var textAfterExecArray = &rules.Rule{
	Code:     "EP202",
	Name:     "text-after-exec-array",
	Summary:  "text behind a JSON array turns it into a text for the shell",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkTextAfterExecArray,
}

func checkTextAfterExecArray(p *rules.Pass) {
	for _, c := range p.Commands() {
		a, ok := brokenArray(c)
		if !ok || len(a.faults) > 0 {
			continue
		}
		at := a.tail()
		tail := a.text[at.Start:at.End]
		words, _ := a.repaired()
		f := rules.Finding{
			At: c.Command.Span,
			Message: fmt.Sprintf("`%s` behind the array makes %s shell form, so %s; builders before Dockerfile frontend 1.9 dropped it and kept the array",
				rules.Clip(tail), instruction(c), outcome(c)),
			Notes: []rules.Note{p.Note(c.Body.Span(at.Start, at.End), "an array is exec form only where nothing follows it")},
			Help:  continued(c, words, tail),
		}
		if version, at, ok := oldFrontend(p.File); ok {
			f.Severity = rules.Warning
			f.Message = fmt.Sprintf("`%s` behind the array is dropped by Dockerfile frontend %s; from 1.9 on it makes %s shell form, so %s",
				rules.Clip(tail), version, instruction(c), outcome(c))
			f.Notes = append(f.Notes, p.Note(at, "this frontend reads the file"))
		}
		p.Report(f)
	}
}

var frontend = lazyregexp.New(`(?:^|/)docker/dockerfile:(1\.([0-9]+))`)

// oldFrontend returns the version of the Dockerfile frontend that # syntax
// names, where it is one that drops what follows an array: BuildKit reads an
// array to the end of the line since 80518e257, first released in 1.9.
func oldFrontend(f *parser.File) (version string, at parser.Span, ok bool) {
	for _, d := range f.Directives {
		if m := frontend.FindStringSubmatch(d.Value); d.Name == "syntax" && m != nil {
			minor, err := strconv.Atoi(m[2])
			return m[1], d.Span, err == nil && minor < 9
		}
	}
	return "", parser.Span{}, false
}
