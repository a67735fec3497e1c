package launch

import (
	"path"
	"slices"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/util/system"

	"github.com/entrylint/entrylint/parser"
)

// Var is an ARG or ENV.
type Var struct {
	Name  string
	Env   bool // ENV, which the container has at run time; else ARG, which it has not
	Value Value[string]
	Key   parser.Word
	Stage *parser.Stage // nil for an ARG before the first FROM
}

// Env returns the ENV a container of this stage has under a name, and false
// where there is none that the file or a known base image sets. Of a base
// image only the name is known. PATH is always there: the builder adds it
// (BuildKit, dispatchStages).
func (l *Launch) Env(name string) (Var, bool) {
	for p := l.declaring(name); p != nil; p = p.Base.Parent {
		if v, ok := p.last(name, func(v Var) bool { return v.Env }); ok {
			return v, true
		}
	}
	if root := l.Root(); root.setsEnv(name) {
		return Var{Name: name, Env: true, Value: Value[string]{Origin: Origin{Image: root.Ref}}}, true
	}
	return Var{}, false
}

// setsEnv reports whether a stage on this image has an ENV before its first
// instruction.
func (b Base) setsEnv(name string) bool {
	return name == "PATH" && b.Config.OS != "windows" || slices.Contains(b.Config.Env, name)
}

// EnvComplete reports whether every ENV of the container is known by name.
func (l *Launch) EnvComplete() bool {
	root := l.Root()
	return root.Known && !root.Config.EnvUnknown && !l.unknownEnv
}

// EnvUnread reports whether the stage, or one it is built on, has an ENV or ARG
// whose names could not be read.
func (l *Launch) EnvUnread() bool { return l.unknownEnv }

// Arg returns the ARG of a name that this stage or one it is built on
// declares, the nearest first.
func (l *Launch) Arg(name string) (Var, bool) {
	for p := l.declaring(name); p != nil; p = p.Base.Parent {
		if v, ok := p.last(name, func(v Var) bool { return !v.Env }); ok {
			return v, true
		}
	}
	return Var{}, false
}

// GlobalArg returns the ARG of a name that stands before the first FROM.
func (l *Launch) GlobalArg(name string) (Var, bool) {
	v, ok := l.globals.vars[name]
	return v, ok
}

// Declared reports whether any stage of the file, or an ARG before the first
// FROM, declares a name as ARG or ENV.
func (l *Launch) Declared(name string) bool {
	_, global := l.globals.vars[name]
	return global || l.globals.declared[name]
}

// DeclaredBefore reports whether the builder knows a name, as ARG or ENV, at
// an instruction of this stage.
func (l *Launch) DeclaredBefore(name string, inst *parser.Instruction) bool {
	for _, i := range l.index[name] {
		at := l.vars[i].Value.Origin
		if at.OnBuild != nil || at.At == nil || at.At.Span.Start < inst.Span.Start {
			return true
		}
	}
	if p := l.Base.Parent; p != nil {
		if _, ok := p.Arg(name); ok {
			return true
		}
		_, ok := p.Env(name)
		return ok
	}
	return l.Base.setsEnv(name)
}

// Vars lists the ARG and ENV of this stage in order.
func (l *Launch) Vars() []Var { return l.vars }

// declaring returns where to begin looking for a name: nowhere for one that no
// stage declares, so that a long chain of stages is not walked in vain.
func (l *Launch) declaring(name string) *Launch {
	if l.globals.declared[name] {
		return l
	}
	return nil
}

func (l *Launch) last(name string, want func(Var) bool) (Var, bool) {
	at := l.index[name]
	for i := len(at) - 1; i >= 0; i-- {
		if v := l.vars[at[i]]; want(v) {
			return v, true
		}
	}
	return Var{}, false
}

func (l *Launch) declare(v Var) {
	v.Stage = l.Stage
	if l.index == nil {
		l.index = map[string][]int{}
	}
	l.globals.declared[v.Name] = true
	l.index[v.Name] = append(l.index[v.Name], len(l.vars))
	l.vars = append(l.vars, v)
}

func (b *builder) env(c *instructions.EnvCommand, inst *parser.Instruction, from Origin) {
	vars := make([]Var, 0, len(c.Env))
	for i, kv := range c.Env {
		name, known := b.expand(kv.Key)
		if !known || i >= len(inst.Pairs) {
			b.unknownEnv = true
			continue
		}
		vars = append(vars, Var{Name: name, Env: true, Key: inst.Pairs[i].Key, Value: b.expanded(kv.Value, from)})
	}
	for _, v := range vars { // the values do not see each other
		b.declare(v)
	}
}

func (b *builder) arg(c *instructions.ArgCommand, inst *parser.Instruction, from Origin) {
	for i, kv := range c.Args {
		if i >= len(inst.Pairs) {
			return
		}
		v := Var{Name: kv.Key, Key: inst.Pairs[i].Key, Value: Value[string]{Origin: from}}
		if kv.Value != nil {
			v.Value = b.expanded(*kv.Value, from)
		} else if g, ok := b.Launch.globals.vars[kv.Key]; ok {
			v.Value.V, v.Value.Known = g.Value.V, g.Value.Known
		}
		b.declare(v)
	}
}

// maxPath is how long a path may be on Linux (limits.h, PATH_MAX).
const maxPath = 4096

// workdir joins paths as BuildKit does for Linux; those of Windows stay unknown.
func (b *builder) workdir(dir string, from Origin) {
	v := b.expanded(dir, from)
	joined, err := system.NormalizeWorkdir(b.WorkingDir.V, v.V, "linux")
	v.Known = v.Known && err == nil && !b.windows() && (path.IsAbs(v.V) || b.WorkingDir.Known)
	v.V = joined
	if len(joined) > maxPath {
		v.V, v.Known = "/", false
	}
	b.WorkingDir = v
}

// expand replaces the variables of a word as the builder does at this point.
// It reports false where a variable has no value that is known here.
func (l *Launch) expand(word string) (string, bool) {
	return l.expandAt(&l.globals.lex, word, len(l.vars))
}

// expandAt does so where that many variables of the stage are in force.
func (l *Launch) expandAt(lex *lexer, word string, vars int) (string, bool) {
	if isPlain(word) {
		return word, true
	}
	return lex.expand(word, func(name string) (string, bool, bool) {
		if v, ok := l.variable(name, vars); ok {
			return v.Value.V, v.Value.Known, true
		}
		return "", l.EnvComplete(), false
	})
}

// variable returns what the builder knows by a name where that many variables
// of the stage are in force.
func (l *Launch) variable(name string, vars int) (Var, bool) {
	at := l.index[name]
	for i := len(at) - 1; i >= 0; i-- {
		if at[i] < vars {
			return l.vars[at[i]], true
		}
	}
	p := l.Base.Parent
	if p == nil {
		root := l.Root()
		return Var{Name: name, Env: true}, root.setsEnv(name)
	}
	if v, ok := p.Env(name); ok {
		return v, true
	}
	return p.Arg(name)
}
