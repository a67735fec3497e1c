package launch

import (
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// inherit starts a stage with what its base sets.
func (r *resolver) inherit(stage *parser.Stage) *Launch {
	base := r.base(stage)
	base.At = stage.Base.Span
	if p := base.Parent; p != nil {
		l := *p
		l.Stage, l.Base = stage, base
		l.OnBuild, l.triggers, l.Set, l.vars, l.index, l.LostCmd = nil, nil, nil, nil, nil, Value[[]string]{}
		l.shells = []shellAt{{Origin{}, p.Shell}}
		l.steps, l.files, l.otherSh = nil, nil, shell.NotKnown
		return &l
	}
	c := base.Config
	from := Origin{Image: base.Ref}
	l := &Launch{File: r.file, Stage: stage, Base: base, globals: r.globals}
	l.root = &l.Base
	l.Entrypoint = inherited(c.Entrypoint, c.Entrypoint != nil, base, from)
	l.Cmd = inherited(c.Cmd, c.Cmd != nil, base, from)
	l.Shell = inherited(c.Shell, c.Shell != nil, base, from)
	l.User = inherited(c.User, c.User != "", base, from)
	l.StopSignal = inherited(c.StopSignal, c.StopSignal != "", base, from)
	l.WorkingDir = inherited(c.WorkingDir, c.WorkingDir != "", base, from)
	l.Health = inherited(&Health{c.Healthcheck}, c.Healthcheck != nil, base, from)
	if l.Shell.V == nil {
		l.Shell.V = l.defaultShell()
	}
	l.shells = []shellAt{{Origin{}, l.Shell}}
	if c.Healthcheck == nil {
		l.Health.V = nil
	}
	if l.WorkingDir.V == "" {
		l.WorkingDir.V = "/"
	}
	return l
}

func inherited[T any](v T, set bool, base Base, from Origin) Value[T] {
	if !set {
		from = Origin{}
	}
	return Value[T]{V: v, Known: base.Known, Origin: from}
}

// defaultShell is BuildKit's (dockerfile2llb, defaultShell).
func (l *Launch) defaultShell() []string {
	if l.windows() {
		return []string{"cmd", "/S", "/C"}
	}
	return []string{"/bin/sh", "-c"}
}

// windows reports whether the stage is known to be one for Windows. FROM
// scratch is for the target platform, whatever its --platform says.
func (l *Launch) windows() bool {
	for l.Base.Parent != nil {
		l = l.Base.Parent
	}
	return l.Base.Config.OS == "windows" || strings.HasPrefix(l.Stage.Platform, "windows") && !l.Base.Scratch()
}

// base resolves FROM: variables, earlier stages, scratch, images.
func (r *resolver) base(stage *parser.Stage) Base {
	ref, known := r.globals.expand(stage.Base.Value)
	if !known || ref == "" {
		return Base{}
	}
	if p, ok := r.byName[ref]; ok {
		return Base{Ref: ref, Parent: p, Known: true}
	}
	if ref == "scratch" {
		return Base{Ref: ref, Known: true, Config: Config{Sh: shell.None}}
	}
	c, ok := r.images.Config(ref)
	return Base{Ref: ref, Config: c, Known: ok}
}
