package args

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var argUsedBeforeDeclared = &rules.Rule{
	Code:     "EP404",
	Name:     "arg-used-before-declared",
	Summary:  "variable used above the ARG that declares it, or a platform ARG used without one",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkArgUsedBeforeDeclared,
}

func checkArgUsedBeforeDeclared(p *rules.Pass) {
	checkGlobals(p)
	for i, l := range p.Launches {
		if l.EnvUnread() {
			continue
		}
		for _, seq := range sequences(p)[i] {
			for i := range seq.steps {
				e := early{Pass: p, Launch: l, sequence: seq, at: i}
				for _, u := range seq.uses[i] {
					e.check(u)
				}
				for _, u := range e.inRun() {
					e.check(u)
				}
			}
		}
	}
}

// checkGlobals looks at the ARG before FROM, which see those above them and
// the platform.
func checkGlobals(p *rules.Pass) {
	if len(p.File.Args) == 0 {
		return
	}
	seq := newSequence(p.File.Args, p.File.Escape)
	for i := range seq.steps {
		e := early{Pass: p, sequence: seq, at: i}
		for _, u := range seq.uses[i] {
			if !e.above(u) && !launch.IsPlatformArg(u.Name) {
				e.reportBelow(u)
			}
		}
	}
}

func (e early) check(u use) {
	switch {
	case e.knows(u):
	case e.reportBelow(u):
	case launch.IsPlatformArg(u.Name):
		e.report(u, fmt.Sprintf("the builder sets %s for FROM lines, and this stage does not declare it", u.Name), nil,
			fmt.Sprintf("Add `%sARG %s` below `%s`", e.onBuild(), u.Name, rules.Clip(e.Stage.From.Logical.Text)))
	}
}

// reportBelow reports a use of what is declared in the same line or below.
func (e early) reportBelow(u use) bool {
	d, ok := e.below(u)
	key, verb, name := d.Key, d.Verb, u.Name
	switch {
	case !ok:
		return false
	case verb == "ENV" && d.Step > e.at && d.reads(name):
		e.report(u, fmt.Sprintf("ENV %s stands below, and takes its value from itself", name),
			[]rules.Note{e.Note(key.Span, "ENV %s is set here", name)}, fmt.Sprintf("Declare `%sARG %s` above this line", e.onBuild(), name))
	case d.Step > e.at || verb == "ARG" && !d.holds(u):
		e.report(u, fmt.Sprintf("%s %s stands below", verb, name), []rules.Note{e.Note(key.Span, "%s %s is declared here", verb, name)},
			fmt.Sprintf("Move `%s%s %s` above this line", e.onBuild(), verb, name))
	case verb == "ARG":
		e.report(u, fmt.Sprintf("ARG %s does not see itself", name), nil, fmt.Sprintf("Write `ARG %s`", name))
	default:
		e.report(u, fmt.Sprintf("the same ENV sets %s, and its pairs do not see each other", name),
			[]rules.Note{e.Note(key.Span, "ENV %s is set here", name)},
			fmt.Sprintf("Set %s in an ENV of its own above this one", name))
	}
	return true
}

func (e early) report(u use, why string, notes []rules.Note, help string) {
	f := rules.Finding{At: u.At, Message: fmt.Sprintf("`%s` %s here%s: %s", rules.Clip(u.Src), u.fate(), unlessOfImage(e.Launch), why), Notes: notes, Help: help}
	if u.Defaulted {
		f.Severity = rules.Info
	} else if c := consequence(u.Whole); c != "" {
		f.Notes = append(f.Notes, rules.Fact("%s", c))
	}
	e.Report(f)
}
