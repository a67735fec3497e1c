package args

import (
	"fmt"
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
	for _, l := range p.Launches {
		for _, steps := range sequences(l) {
			for i, inst := range steps {
				for _, arg := range pairs(inst, "ARG") {
					if name := arg.Key.Value; isProxy(name) { // RUN gets the builder's, whatever ENV says
						continue
					} else if env, ok := hiding(steps[i+1:], name, p.File.Escape); ok {
						reportHidden(p, arg, env)
					} else if env, ok := keeping(steps, i, name); ok {
						reportKept(p, arg, env)
					}
				}
			}
		}
	}
}

// hiding finds the ENV that sets a name before anything behind its ARG has
// read it. RUN may do so, it gets every ARG as an environment variable.
func hiding(after []*parser.Instruction, name string, escape byte) (parser.Pair, bool) {
	for i, inst := range after {
		if inst.Err != nil || inst.Verb.Value == "RUN" || expands(inst, name, escape) {
			break
		}
		if env, ok := declares(inst, "ENV", name); ok {
			return env, !anyDeclares(after[i:], "ARG", name)
		}
		if _, ok := declares(inst, "ARG", name); ok {
			break
		}
	}
	return parser.Pair{}, false
}

// keeping finds the ENV above an ARG that stays what the container has: none
// below sets it again, and none takes an ARG above it for its value. An ARG for
// apt-get alone is meant not to stay.
func keeping(steps []*parser.Instruction, arg int, name string) (parser.Pair, bool) {
	if name == "DEBIAN_FRONTEND" || anyDeclares(steps[arg:], "ENV", name) || anyDeclares(steps[:arg], "ARG", name) {
		return parser.Pair{}, false
	}
	for _, inst := range steps[:arg] {
		if env, ok := declares(inst, "ENV", name); ok {
			return env, true
		}
	}
	return parser.Pair{}, false
}

func reportHidden(p *rules.Pass, arg, env parser.Pair) {
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

func reportKept(p *rules.Pass, arg, env parser.Pair) {
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

// hiddenHelp keeps the constant as the default of the ARG.
func hiddenHelp(arg, env parser.Pair) string {
	name, value := arg.Key.Value, env.Value.Value
	constant := !strings.ContainsAny(value, "$ \t") && strings.Trim(value, `"'`) != ""
	switch {
	case namesSecret(name):
		return fmt.Sprintf("Take out ARG %s", name)
	case constant && (arg.Value == nil || arg.Value.Value != value):
		return fmt.Sprintf("Write `%s` and `ENV %s=$%s`, or take out the ARG", rules.Clip("ARG "+name+"="+value), name, name)
	}
	return fmt.Sprintf("Write `ENV %s=$%s`, or take out the ARG", name, name)
}

// written is an ENV as it stands in the file.
func written(p *rules.Pass, env parser.Pair) string {
	return rules.Clip("ENV " + p.File.Text(parser.Span{Start: env.Key.Span.Start, End: env.Value.Span.End}))
}
