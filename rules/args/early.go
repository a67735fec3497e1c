package args

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// early looks for uses of what is not declared yet in one step of a sequence.
type early struct {
	*rules.Pass
	*launch.Launch // nil before the first FROM
	*sequence
	at int // the step
}

// knows reports whether the builder knows a variable where it is used, or may.
func (e early) knows(u use) bool {
	ofImage := !e.EnvComplete() && (u.Defaulted || typicalOfImages(u.Name))
	if ofImage && !launch.IsPlatformArg(u.Name) || e.above(u) {
		return true
	}
	if e.trigger {
		_, env := e.Env(u.Name)
		return env
	}
	return e.DeclaredBefore(u.Name, e.steps[e.at])
}

// above reports whether an instruction above declares the variable, or a pair
// in front of it in the same ARG.
func (e early) above(u use) bool {
	all := e.declared[u.Name]
	if len(all) == 0 {
		return false
	}
	d := all[0]
	return d.Step < e.at || d.Step == e.at && d.Verb == "ARG" && d.Key.Span.Start < u.At.Start && !d.holds(u)
}

// below finds what declares the variable in the same line or further down. On
// an image that is not known an ENV may be there already; a value that adds to
// itself is meant to work without one; and an ENV without a value gives none.
func (e early) below(u use) (binding, bool) {
	all := e.declared[u.Name]
	if len(all) == 0 {
		return binding{}, false
	}
	d := all[0]
	itself := d.holds(u)
	if d.Verb == "ARG" {
		return d, !itself || !u.Defaulted && e.complete(u.Name)
	}
	return d, !itself && !u.Defaulted && !d.empty() && !e.circular(d) && e.complete("")
}

// circular reports whether the value of an ENV is made of what this step sets:
// together they add to a value that may be there, such as a search path.
func (e early) circular(d binding) bool {
	return d.Step > e.at && slices.ContainsFunc(e.steps[e.at].Pairs, func(p parser.Pair) bool { return d.reads(p.Key.Value) })
}

// complete reports whether nothing but the file can set a variable: the base
// image is known, or an ARG before FROM of that name shows what is meant.
func (e early) complete(name string) bool {
	if e.Launch == nil {
		return true
	}
	_, global := e.GlobalArg(name)
	return global || e.EnvComplete()
}

// onBuild is what stands before an instruction that a child stage runs.
func (e early) onBuild() string {
	if e.trigger {
		return "ONBUILD "
	}
	return ""
}

// reads reports whether the value of a declaration is made of a variable.
func (d binding) reads(name string) bool {
	if d.Value == nil {
		return false
	}
	return slices.ContainsFunc(expansions(d.Value.Value, '\\', true), func(x expansion) bool { return x.Name == name })
}

// empty reports whether an ENV unsets a variable, as far as that is possible.
func (d binding) empty() bool { return d.Value != nil && strings.Trim(d.Value.Value, `"'`) == "" }

// holds reports whether a use stands in the value of a declaration.
func (d binding) holds(u use) bool {
	return d.Value != nil && d.Value.Span.Start <= u.At.Start && u.At.Start < d.Value.Span.End
}
