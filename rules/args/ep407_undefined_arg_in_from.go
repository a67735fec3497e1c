package args

import (
	"fmt"
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
	s := newScopes(p)
	for _, l := range p.Launches {
		s.checkFrom(l, l.Stage.Base)
		for _, flag := range l.Stage.From.Flags {
			s.checkFrom(l, flag)
		}
	}
}

// checkFrom looks at the image or a flag of a FROM.
func (s scopes) checkFrom(l *launch.Launch, word parser.Word) {
	r := builderReader{inst: l.Stage.From, escape: s.File.Escape}
	r.word(word, "")
	if len(r.uses) == 0 {
		return
	}
	from, unset := readFrom(l, word), false
	for _, u := range r.uses {
		v, declared := l.GlobalArg(u.Name)
		switch {
		case u.Defaulted || launch.IsPlatformArg(u.Name):
		case !declared:
			s.reportUndeclared(u, from)
		case v.Value.V == "" && from.broken && !unset:
			unset = true // said once
			s.reportUnset(v, u, from)
		}
	}
}

// fromWord is what becomes of the image or a flag of a FROM without --build-arg.
type fromWord struct {
	noun, value string
	broken      bool   // the build stops
	says        string // the builder then
}

func readFrom(l *launch.Launch, word parser.Word) fromWord {
	value, known := l.FromWord(word.Value)
	if platform, ok := strings.CutPrefix(value, "--platform="); ok {
		return fromWord{"platform", platform, known && (platform == "" || strings.HasSuffix(platform, "/")), "failed to parse platform"}
	}
	says := fmt.Sprintf("failed to parse stage name %q: invalid reference format", value)
	if value == "" {
		says = fmt.Sprintf("base name (%s) should not be blank", word.Value)
	}
	_, ok := launch.ImageName(value)
	return fromWord{"image name", value, known && (!ok || strings.HasSuffix(value, ":")), says}
}

// fate says what the builder does with it.
func (f fromWord) fate() string {
	switch {
	case f.broken && f.value == "":
		return fmt.Sprintf("no %s is left", f.noun)
	case f.broken:
		return fmt.Sprintf("`%s` is no %s", rules.Clip(f.value), f.noun)
	}
	return fmt.Sprintf("the %s is `%s`", f.noun, rules.Clip(f.value))
}

func (s scopes) reportUndeclared(u use, from fromWord) {
	f := rules.Finding{
		At:      u.At,
		Message: fmt.Sprintf("`%s` %s: no ARG before FROM declares %s, and %s", rules.Clip(u.Src), u.fate(), u.Name, from.fate()),
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
		Message:  fmt.Sprintf("without --build-arg %s=… the build stops: ARG %s has no default, and %s", u.Name, u.Name, from.fate()),
		Notes:    []rules.Note{s.note(v, global)},
		Help:     fmt.Sprintf("Give it a default, `ARG %s=…`, if the build is to work without", u.Name),
	})
}
