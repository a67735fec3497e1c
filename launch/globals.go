package launch

import (
	"slices"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
)

// globals are the ARG before the first FROM, which only FROM sees, and what all
// stages of the file share.
type globals struct {
	vars     map[string]Var
	unset    map[string]bool // those without a default
	declared map[string]bool // every name that an ARG or ENV of some stage declares
	lex      lexer
	textLex  lexer
}

// platformArgs are set by the builder in the scope before the first FROM
// (BuildKit, dockerfile2llb/platform.go); a stage has to declare them.
var platformArgs = []string{
	"BUILDPLATFORM", "BUILDOS", "BUILDOSVERSION", "BUILDARCH", "BUILDVARIANT",
	"TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
}

func (r *resolver) globalArgs() *globals {
	g := &globals{declared: map[string]bool{}, lex: newLex(r.file.Escape), textLex: newTextLex()}
	for _, inst := range r.file.Args {
		c, ok := inst.Cmd.(*instructions.ArgCommand)
		if !ok {
			continue
		}
		for i, kv := range c.Args {
			v := Var{Name: kv.Key, Value: g.vars[kv.Key].Value} // without a default an earlier one stays
			if kv.Value != nil {
				v.Value.V, v.Value.Known = g.expand(*kv.Value)
			}
			if g.vars == nil {
				g.vars, g.unset = map[string]Var{}, map[string]bool{}
			}
			_, again := g.vars[kv.Key]
			g.unset[kv.Key] = kv.Value == nil && (!again || g.unset[kv.Key])
			v.Value.Origin = Origin{At: inst}
			if i < len(inst.Pairs) {
				v.Key = inst.Pairs[i].Key
			}
			g.vars[kv.Key] = v
		}
	}
	return g
}

func (g *globals) expand(word string) (string, bool) {
	if isPlain(word) {
		return word, true
	}
	return g.lex.expand(word, func(name string) (string, bool, bool) {
		if v, ok := g.vars[name]; ok {
			return v.Value.V, v.Value.Known, true
		}
		return "", !IsPlatformArg(name), false
	})
}

// FromWord replaces the variables in a word of FROM as the builder does without
// --build-arg: an ARG without a default is empty, as is a name that no ARG
// declares. A given one is taken to be x. It reports false where a value is not known.
func (l *Launch) FromWord(word string, given ...string) (string, bool) {
	if isPlain(word) {
		return word, true
	}
	return l.globals.lex.expand(word, func(name string) (string, bool, bool) {
		if slices.Contains(given, name) {
			return "x", true, true
		}
		if v, ok := l.globals.vars[name]; ok && !l.globals.unset[name] {
			return v.Value.V, v.Value.Known, true
		}
		return "", !IsPlatformArg(name), false
	})
}

// IsPlatformArg reports whether the builder itself sets an ARG of that name.
func IsPlatformArg(name string) bool {
	for _, n := range platformArgs {
		if n == name {
			return true
		}
	}
	return false
}
