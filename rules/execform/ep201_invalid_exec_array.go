package execform

import (
	"fmt"

	"github.com/entrylint/entrylint/rules"
)

var invalidExecArray = &rules.Rule{
	Code:     "EP201",
	Name:     "invalid-exec-array",
	Summary:  "a JSON array with a mistake in it is a text for the shell",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkInvalidExecArray,
}

func checkInvalidExecArray(p *rules.Pass) {
	for _, c := range p.Commands() {
		a, ok := brokenArray(c)
		if !ok || len(a.faults) == 0 {
			continue
		}
		p.Report(rules.Finding{
			At:      c.Command.Span,
			Message: fmt.Sprintf("%s is no JSON array: %s, so %s", instruction(c), a.what(a.faults[0]), outcome(c)),
			Notes:   faultNotes(p, c, a),
			Help:    invalidArrayHelp(c, a),
		})
	}
}

// faultNotes points at the first fault of each kind.
func faultNotes(p *rules.Pass, c *rules.Command, a array) []rules.Note {
	var notes []rules.Note
	seen := map[kind]bool{}
	for _, f := range a.faults {
		if !seen[f.kind] {
			seen[f.kind] = true
			notes = append(notes, p.Note(c.Body.Span(f.at.Start, f.at.End), "%s", f.kind.why))
		}
	}
	return notes
}

func invalidArrayHelp(c *rules.Command, a array) string {
	words, ok := a.repaired()
	switch tail := a.tail(); {
	case !ok:
		return fmt.Sprintf(`Write %s ["word", "word"]: double quotes around every word, a comma between two, \" and \\ inside a word`, instruction(c))
	case !tail.Empty():
		if line, ok := plainLine(words); ok {
			words = line
		}
		return continued(c, words, a.text[tail.Start:tail.End])
	}
	return correct(c, words)
}
