package args

import (
	"maps"
	"slices"
	"strconv"

	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// place is where an ARG stands, seen from a stage.
type place int

const (
	nowhere   place = iota
	inStage         // in the stage or one it is built on
	global          // before the first FROM
	elsewhere       // in a stage that has nothing to do with it
)

// scopes finds the ARG that a name means.
type scopes struct {
	*rules.Pass
	anywhere map[string]launch.Var // the first ARG of each name in any stage
}

func scopesOf(p *rules.Pass) scopes { return rules.Shared(p, newScopes) }

func newScopes(p *rules.Pass) scopes {
	s := scopes{p, nil}
	for _, l := range p.Launches {
		for _, v := range l.Vars() {
			if _, seen := s.anywhere[v.Name]; !seen && !v.Env {
				if s.anywhere == nil {
					s.anywhere = map[string]launch.Var{}
				}
				s.anywhere[v.Name] = v
			}
		}
	}
	return s
}

// empty reports whether the file has no ARG.
func (s scopes) empty() bool { return len(s.File.Args)+len(s.anywhere) == 0 }

func (s scopes) find(l *launch.Launch, name string) (launch.Var, place) {
	if v, ok := l.Arg(name); ok {
		return v, inStage
	}
	if v, ok := l.GlobalArg(name); ok {
		return v, global
	}
	if v, ok := s.anywhere[name]; ok {
		return v, elsewhere
	}
	return launch.Var{}, nowhere
}

// nearAmong is how many names are worth comparing with one.
const nearAmong = 200

// nearGlobal finds the ARG before FROM whose name is most like one.
func (s scopes) nearGlobal(name string) (launch.Var, bool) {
	if len(s.File.Args) > nearAmong {
		return launch.Var{}, false
	}
	vars := map[string]launch.Var{}
	for _, inst := range s.File.Args {
		for _, pair := range inst.Pairs {
			vars[pair.Key.Value] = launch.Var{Name: pair.Key.Value, Key: pair.Key}
		}
	}
	near, _ := suggest.Search(name, slices.Sorted(maps.Keys(vars)), true)
	v, ok := vars[near]
	return v, ok
}

// note points at the ARG.
func (s scopes) note(v launch.Var, at place) rules.Note {
	inst := v.Value.Origin.At
	switch {
	case inst == nil:
		return rules.Fact("an ONBUILD of base image %s declares ARG %s", v.Value.Origin.Image, v.Name)
	case at == global:
		return s.Note(v.Key.Span, "ARG %s is declared here, where only FROM lines see it", v.Name)
	case at == elsewhere:
		return s.Note(v.Key.Span, "ARG %s is declared here, in stage %s", v.Name, stageName(v))
	default:
		return s.Note(v.Key.Span, "ARG %s is declared here", v.Name)
	}
}

// stageName returns the name or, without one, the number of a variable's stage.
func stageName(v launch.Var) string {
	if v.Stage.Name != "" {
		return v.Stage.Name
	}
	return strconv.Itoa(v.Stage.Index)
}

// triggerKnows tells which names the builder knows in an ONBUILD trigger: it
// runs before the child's own lines, and only ENV comes from the image.
func triggerKnows(l *launch.Launch) func(string) bool {
	return func(name string) bool {
		_, env := l.Env(name)
		return env || slices.ContainsFunc(l.OnBuild, func(inst *parser.Instruction) bool {
			return (inst.Trigger.Verb.Value == "ARG" || inst.Trigger.Verb.Value == "ENV") &&
				slices.ContainsFunc(inst.Trigger.Pairs, func(p parser.Pair) bool { return p.Key.Value == name })
		})
	}
}
