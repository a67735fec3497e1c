package execform

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

var wordIsNotAString = &rules.Rule{
	Code:     "EP211",
	Name:     "word-is-not-a-string",
	Summary:  "a number, true, null or an array inside an array stops the build",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkWordIsNotAString,
}

// stringsOnly is BuildKit's answer (frontend/dockerfile/parser, line_parsers.go).
const stringsOnly = "when using JSON array syntax, arrays must be comprised of strings only"

func checkWordIsNotAString(p *rules.Pass) {
	for _, inst := range p.File.Instructions {
		if inst.Err == nil || !strings.Contains(inst.Err.Error(), stringsOnly) {
			continue
		}
		start := max(0, strings.IndexByte(inst.Logical.Text, '['))
		for _, w := range readArray(inst.Logical.Text[start:]).words {
			if w.form == otherJSON {
				p.Report(rules.Finding{
					At:      inst.Logical.Span(start+w.at.Start, start+w.at.End),
					Message: fmt.Sprintf("`%s` is %s, and the build stops: `%s`", rules.Clip(w.value), jsonType(w.value), stringsOnly),
					Help:    asString(w.value),
				})
			}
		}
	}
}

func jsonType(value string) string {
	switch value[0] {
	case '[':
		return "an array inside the array"
	case '{':
		return "an object"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "no string"
	}
	return "a number"
}

func asString(value string) string {
	if value[0] == '[' {
		return "Write its words without the inner brackets"
	}
	quoted := rules.ExecForm([]string{value})
	return "Write " + quoted[1:len(quoted)-1]
}
