package args

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var argOutOfScope = &rules.Rule{
	Code:     "EP403",
	Name:     "arg-out-of-scope",
	Summary:  "ARG declared before FROM or in another stage and used without declaring it again",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkArgOutOfScope,
}

func checkArgOutOfScope(p *rules.Pass) {
	s := scopesOf(p)
	if s.empty() {
		return
	}
	for _, l := range p.Launches {
		for _, inst := range l.Stage.Instructions {
			known := func(name string) bool { return l.DeclaredBefore(name, inst) }
			if inst.Trigger != nil {
				inst, known = inst.Trigger, triggerKnows(l)
			}
			for _, u := range builderUses(inst, p.File.Escape) {
				if !known(u.Name) {
					s.outOfScope(l, u)
				}
			}
		}
	}
	for _, r := range reads(p) {
		if !r.hasValue() && !r.Literal {
			s.outOfScope(r.Launch, use{expansion: expansion{Name: r.Name, Defaulted: r.Defaulted}, Src: r.Src, At: r.At()})
		}
	}
}

// outOfScope reports a use of an ARG that the stage does not see.
func (s scopes) outOfScope(l *launch.Launch, u use) {
	v, at := s.find(l, u.Name)
	ofImage := !l.EnvComplete() && (at == elsewhere || u.Defaulted || typicalOfImages(u.Name))
	if at != global && at != elsewhere || l.EnvUnread() || ofImage {
		return
	}
	f := rules.Finding{
		At:      u.At,
		Message: fmt.Sprintf("`%s` %s here%s: %s", rules.Clip(u.Src), u.fate(), unlessOfImage(l), why(v, at)),
		Notes:   []rules.Note{s.note(v, at)},
		Help:    fmt.Sprintf("Add `%s` below `%s`", declaration(v, at), rules.Clip(l.Stage.From.Logical.Text)),
	}
	if u.Defaulted {
		f.Severity = rules.Info
	} else if c := consequence(u.Whole); c != "" {
		f.Notes = append(f.Notes, rules.Fact("%s", c))
	}
	s.Report(f)
}

// fate says what becomes of the variable without a value.
func (u use) fate() string {
	switch {
	case u.Defaulted:
		return "is always its default"
	case isPlain(u.Src, u.Name):
		return "is empty"
	}
	return "finds no value"
}

// unlessOfImage leaves room for the ENV of a base image that is not known.
func unlessOfImage(l *launch.Launch) string {
	if l == nil || l.EnvComplete() {
		return ""
	}
	return ", unless the base image sets it"
}

// declaration is the ARG that brings a value into the stage. One before FROM
// hands its default down, one of another stage does not.
func declaration(v launch.Var, at place) string {
	if at == elsewhere && v.Value.Known {
		return rules.Clip("ARG " + v.Name + "=" + v.Value.V)
	}
	return "ARG " + v.Name
}

func why(v launch.Var, at place) string {
	if at == global {
		return fmt.Sprintf("ARG %s stands before FROM, and this stage does not declare it", v.Name)
	}
	return fmt.Sprintf("ARG %s belongs to stage %s, and this stage does not declare it", v.Name, stageName(v))
}
