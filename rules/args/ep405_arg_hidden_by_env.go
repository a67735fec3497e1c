package args

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var argHiddenByEnv = &rules.Rule{
	Code:     "EP405",
	Name:     "arg-hidden-by-env",
	Summary:  "ARG that an ENV of the same name hides: --build-arg changes nothing",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkArgHiddenByEnv,
}

func checkArgHiddenByEnv(p *rules.Pass) {
	for _, stage := range sequences(p) {
		for _, seq := range stage {
			for name, all := range seq.declared {
				if len(all) < 2 || isProxy(name) { // RUN gets those of --build-arg, whatever ENV says
					continue
				}
				if arg, env, ok := seq.hidden(all); ok {
					reportHidden(p, arg, env)
				} else if arg, env, ok := kept(all); ok && name != "DEBIAN_FRONTEND" { // which is meant not to stay
					reportKept(p, arg, env)
				}
			}
		}
	}
}

// hidden finds, among what declares one name, the last ARG and an ENV that sets
// it before anything has read it.
func (s *sequence) hidden(all []binding) (arg, env binding, ok bool) {
	for i, d := range all {
		if d.Verb == "ARG" {
			arg, ok = d, i+1 < len(all)
			if ok {
				env = all[i+1]
			}
		}
	}
	return arg, env, ok && env.Verb == "ENV" && !s.readBetween(arg.Key.Value, arg.Step, env.Step)
}

// kept finds an ARG with an ENV above it that stays what the container has: no
// ENV below sets the name again, and no ARG above gives that one its value.
func kept(all []binding) (arg, env binding, ok bool) {
	i := slices.IndexFunc(all, func(d binding) bool { return d.Verb == "ARG" })
	if i <= 0 || slices.ContainsFunc(all[i:], func(d binding) bool { return d.Verb == "ENV" }) {
		return arg, env, false
	}
	return all[i], all[i-1], true
}

func reportHidden(p *rules.Pass, arg, env binding) {
	name := arg.Key.Value
	p.Report(rules.Finding{
		At:      arg.Key.Span,
		Message: fmt.Sprintf("ARG %s has no effect: `%s` sets it before anything reads it", name, written(p, env)),
		Notes: []rules.Note{
			p.Note(env.Key.Span, "this ENV is what build steps and the container have, whatever --build-arg %s=… says", name),
		},
		Help: hiddenHelp(arg, env),
	})
}

func reportKept(p *rules.Pass, arg, env binding) {
	name := arg.Key.Value
	help := fmt.Sprintf("Add `ENV %s=$%s` below the ARG if the container is to have it, or give the ARG a name of its own", name, name)
	if namesSecret(name) {
		help = "Give the ARG a name of its own"
	}
	p.Report(rules.Finding{
		Severity: rules.Info,
		At:       arg.Key.Span,
		Message:  fmt.Sprintf("ARG %s reaches the build steps below it only: the container has `%s`", name, written(p, env)),
		Notes:    []rules.Note{p.Note(env.Key.Span, "ENV %s is set here, and no ENV below the ARG sets it again", name)},
		Help:     help,
	})
}

// hiddenHelp keeps the constant as the default of the ARG, and the default of
// a variable that is called otherwise.
func hiddenHelp(arg, env binding) string {
	name, value := arg.Key.Value, env.Value.Value
	constant := !strings.ContainsAny(value, "$ \t") && strings.Trim(value, `"'`) != ""
	switch {
	case namesSecret(name):
		return fmt.Sprintf("Take out ARG %s", name)
	case constant && (arg.Value == nil || arg.Value.Value != value):
		return fmt.Sprintf("Write `%s` and `ENV %s=$%s`, or take out the ARG", rules.Clip("ARG "+name+"="+value), name, name)
	}
	if xs := expansions(value, '\\', true); len(xs) == 1 && xs[0].Defaulted && !strings.ContainsAny(value, " \t") {
		value = strings.Replace(value, "{"+xs[0].Name, "{"+name, 1)
		return fmt.Sprintf("Write `%s`, or take out the ARG", rules.Clip("ENV "+name+"="+value))
	}
	return fmt.Sprintf("Write `ENV %s=$%s`, or take out the ARG", name, name)
}

// written is an ENV as it stands in the file.
func written(p *rules.Pass, env binding) string {
	return rules.Clip("ENV " + p.File.Text(parser.Span{Start: env.Key.Span.Start, End: env.Value.Span.End}))
}
