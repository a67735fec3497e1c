package reading

import (
	"cmp"
	"errors"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var syntaxError = &rules.Rule{
	Code:     "EP001",
	Name:     "syntax-error",
	Summary:  "the file does not parse, so that nothing can be built from it",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkSyntaxError,
}

func checkSyntaxError(p *rules.Pass) {
	refused := refusedOf(p.File)
	if len(refused) == 0 {
		return
	}
	severity, notes, help := rules.Error, []rules.Note(nil), ""
	if frontend, other := otherFrontend(p.File); other {
		severity = rules.Info
		notes = []rules.Note{rules.Fact("# syntax= names the frontend %s, which may read the file differently", frontend)}
	}
	if isTemplate(p.File, refused) {
		severity, help = rules.Info, "This looks like a template: lint the Dockerfile that is made of it"
	}
	for _, f := range findings(p, refused) {
		f.Help = cmp.Or(help, f.Help)
		f.Severity = severity
		f.Notes = append(f.Notes, notes...)
		p.Report(f)
	}
}

// findings turns BuildKit's errors into findings: one for each refused
// instruction, but only one for all lines that are no instruction, and one for
// all instructions before the first FROM.
func findings(p *rules.Pass, all []refused) []rules.Finding {
	var found []rules.Finding
	var strays, early []refused
	for _, r := range all {
		switch {
		case r.stray():
			strays = append(strays, r)
		case errors.Is(r.Err, parser.ErrNoFrom):
			early = append(early, r)
		default:
			found = append(found, r.finding())
		}
	}
	switch {
	case len(strays) > 0:
		return append(found, together(p, strays, "no instruction either"))
	case len(early) > 0:
		return append(found, together(p, early, "before the first FROM too"))
	}
	return found
}

// together reports the first of many and says how many follow.
func together(p *rules.Pass, all []refused, same string) rules.Finding {
	f := all[0].finding()
	if more := len(all) - 1; more > 0 {
		f.Notes = append(f.Notes, p.Note(all[1].Instruction.Verb.Span, "this line is %s%s", same, andMore(more-1)))
	}
	return f
}
