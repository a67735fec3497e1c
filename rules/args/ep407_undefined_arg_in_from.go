package args

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var undefinedArgInFrom = &rules.Rule{
	Code:     "EP407",
	Name:     "undefined-arg-in-from",
	Summary:  "FROM uses a variable that no ARG before FROM declares or gives a value",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkUndefinedArgInFrom,
}

func checkUndefinedArgInFrom(p *rules.Pass) {
	s := scopesOf(p)
	for _, l := range p.Launches {
		s.checkFrom(l, l.Stage.Base)
		for _, flag := range l.Stage.From.Flags {
			s.checkFrom(l, flag)
		}
	}
}

// checkFrom looks at the image or a flag of a FROM.
func (s scopes) checkFrom(l *launch.Launch, word parser.Word) {
	if !strings.Contains(word.Value, "$") {
		return
	}
	r := builderReader{inst: l.Stage.From, escape: s.File.Escape}
	r.word(word, "")
	undefined := slices.DeleteFunc(r.uses, func(u use) bool {
		v, _ := l.GlobalArg(u.Name)
		return u.Defaulted || launch.IsPlatformArg(u.Name) || v.Value.V != ""
	})
	if len(undefined) == 0 {
		return
	}
	from, unset := readFrom(l, word), []use(nil)
	for _, u := range undefined {
		_, declared := l.GlobalArg(u.Name)
		switch {
		case !declared:
			s.reportUndeclared(u, from)
		case from.broken:
			unset = append(unset, u)
		}
	}
	if len(unset) > 0 { // said once
		u := needed(l, word, unset)
		v, _ := l.GlobalArg(u.Name)
		s.reportUnset(v, u, from)
	}
}

func (s scopes) reportUndeclared(u use, from fromWord) {
	f := rules.Finding{
		At:      u.At,
		Message: fmt.Sprintf("`%s` %s: no ARG before FROM declares %s%s", rules.Clip(u.Src), u.fate(), u.Name, from.fate()),
		Help:    fmt.Sprintf("Add `ARG %s=…` above the first FROM", u.Name),
	}
	if from.broken {
		f.Severity = rules.Error
		f.Notes = append(f.Notes, rules.Fact("the build stops: `%s`", from.says))
	}
	if v, ok := s.anywhere[u.Name]; ok {
		f.Notes = append(f.Notes, s.Note(v.Key.Span, "this ARG %s belongs to stage %s; FROM lines see those above the first FROM", u.Name, stageName(v)))
		f.Help = fmt.Sprintf("Declare `%s` above the first FROM too", declaration(v, elsewhere))
	} else if near, ok := s.nearGlobal(u.Name); ok {
		f.Notes = append(f.Notes, s.Note(near.Key.Span, "ARG %s is declared here", near.Name))
		f.Help = fmt.Sprintf("Write `$%s` if that is meant, or add `ARG %s=…` above the first FROM", near.Name, u.Name)
	}
	s.Report(f)
}

// reportUnset tells an author who may well want it so that the build needs
// --build-arg.
func (s scopes) reportUnset(v launch.Var, u use, from fromWord) {
	s.Report(rules.Finding{
		Severity: rules.Info,
		At:       u.At,
		Message:  fmt.Sprintf("without --build-arg %s=… the build stops: ARG %s has no default%s", u.Name, u.Name, from.fate()),
		Notes:    []rules.Note{s.note(v, global)},
		Help:     fmt.Sprintf("Give it a default, `ARG %s=…`, if the build is to work without", u.Name),
	})
}
