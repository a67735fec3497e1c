package launch

import (
	"strings"
	"sync"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Of resolves every stage of a file, in order. A nil images stands for the
// built-in table.
func Of(f *parser.File, images Images) []*Launch {
	if images == nil {
		images = BuiltIn()
	}
	r := &resolver{file: f, images: images, lex: newLex(f.Escape), byName: map[string]*Launch{}}
	r.globals = r.globalArgs()
	all := make([]*Launch, len(f.Stages))
	for i, stage := range f.Stages {
		all[i] = r.stage(stage)
		if stage.Name != "" {
			r.byName[stage.Name] = all[i]
		}
	}
	return all
}

type resolver struct {
	file    *parser.File
	images  Images
	lex     lexer
	globals *globals
	byName  map[string]*Launch
}

func (r *resolver) stage(stage *parser.Stage) *Launch {
	l := r.inherit(stage)
	l.otherSh = sync.OnceValue(l.replacesSh)
	b := builder{resolver: r, Launch: l}
	for _, text := range l.Base.Config.OnBuild {
		b.applyText(text)
	}
	if p := l.Base.Parent; p != nil {
		for _, inst := range p.OnBuild {
			b.apply(inst.Trigger, Origin{At: inst.Trigger, OnBuild: inst})
		}
	}
	for _, inst := range stage.Instructions {
		b.apply(inst, Origin{At: inst})
	}
	return l
}

// inherit starts a stage with what its base sets.
func (r *resolver) inherit(stage *parser.Stage) *Launch {
	base := r.base(stage)
	base.At = stage.Base.Span
	if p := base.Parent; p != nil {
		l := *p
		l.Stage, l.Base = stage, base
		l.OnBuild, l.triggers, l.Set, l.vars, l.index, l.LostCmd = nil, nil, nil, nil, nil, Value[[]string]{}
		l.shells = []shellAt{{Origin{}, p.Shell}}
		return &l
	}
	c := base.Config
	from := Origin{Image: base.Ref}
	l := &Launch{File: r.file, Stage: stage, Base: base, globals: r.globals, root: base}
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
	ref, known := r.globals.expand(r.lex, stage.Base.Value)
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

// builder applies instructions to a launch in the order BuildKit does.
type builder struct {
	*resolver
	*Launch
	cmdSet bool // CMD was set in this stage, so that ENTRYPOINT keeps it
}

// applyText applies an ONBUILD trigger of the base image.
func (b *builder) applyText(trigger string) {
	f, err := parser.Parse("", []byte("FROM scratch\n"+trigger+"\n"))
	if err != nil || len(f.Stages) != 1 {
		return
	}
	for _, inst := range f.Stages[0].Instructions {
		b.apply(inst, Origin{Image: b.Base.Ref})
	}
}

func (b *builder) apply(inst *parser.Instruction, from Origin) {
	if inst == nil {
		return
	}
	switch c := inst.Cmd.(type) {
	case *instructions.CmdCommand:
		b.Cmd = b.commandLine(c.ShellDependantCmdLine, from)
		b.cmdSet, b.LostCmd = true, Value[[]string]{}
		b.Set = append(b.Set, from)
	case *instructions.EntrypointCommand:
		b.entrypoint(c, from)
	case *instructions.ShellCommand:
		b.Shell = Value[[]string]{c.Shell, true, from}
		b.shells = append(b.shells, shellAt{from, b.Shell})
	case *instructions.HealthCheckCommand:
		b.Health = Value[*Health]{&Health{c.Health.Test}, true, from}
		b.Set = append(b.Set, from)
	case *instructions.UserCommand, *instructions.StopSignalCommand, *instructions.WorkdirCommand:
		b.expandedSetting(c, from)
	case *instructions.OnbuildCommand:
		if inst.Trigger != nil {
			b.trigger(inst)
		}
	case *instructions.EnvCommand:
		b.env(c, inst, from)
	case *instructions.ArgCommand:
		b.arg(c, inst, from)
	case nil:
		b.refused(inst, from)
	}
}

// expandedSetting applies what the builder expands.
func (b *builder) expandedSetting(cmd instructions.Command, from Origin) {
	switch c := cmd.(type) {
	case *instructions.UserCommand:
		b.User = b.expanded(c.User, from)
	case *instructions.StopSignalCommand:
		b.StopSignal = b.expanded(c.Signal, from)
	case *instructions.WorkdirCommand:
		b.workdir(c.Path, from)
	}
}

func (b *builder) trigger(inst *parser.Instruction) {
	b.OnBuild = append(b.OnBuild, inst)
	if b.triggers == nil {
		b.triggers = map[string]bool{}
	}
	b.triggers[inst.Trigger.Verb.Value] = true
}

func (b *builder) commandLine(c instructions.ShellDependantCmdLine, from Origin) Value[[]string] {
	if !c.PrependShell {
		return Value[[]string]{c.CmdLine, true, from}
	}
	sh := b.Shell.V
	words := append(sh[:len(sh):len(sh)], strings.Join(c.CmdLine, " "))
	return Value[[]string]{words, b.Shell.Known, from}
}

// entrypoint clears a CMD that was not set in the same stage (BuildKit,
// dispatchEntrypoint).
func (b *builder) entrypoint(c *instructions.EntrypointCommand, from Origin) {
	b.Entrypoint = b.commandLine(c.ShellDependantCmdLine, from)
	b.Set = append(b.Set, from)
	if b.cmdSet {
		return
	}
	if b.Cmd.Known && len(b.Cmd.V) > 0 {
		b.LostCmd = b.Cmd
	}
	b.Cmd = Value[[]string]{nil, true, from}
}

func (b *builder) expanded(word string, from Origin) Value[string] {
	v, known := b.expand(b.lex, word)
	return Value[string]{v, known, from}
}

// refused makes unknown what an instruction BuildKit refuses could have set.
// One without a verb may be a misspelled one, or what is left of a CMD or
// ENTRYPOINT that lost a continuation character.
func (b *builder) refused(inst *parser.Instruction, from Origin) {
	stray := inst.IsUnknownVerb()
	means := func(verb string) bool {
		_, misspelled := suggest.Search(inst.Verb.Value, []string{verb}, false)
		return inst.Verb.Value == verb || stray && misspelled
	}
	unknown := Value[[]string]{Origin: from}
	if stray || means("ENTRYPOINT") {
		b.Entrypoint, b.Cmd = unknown, unknown
	}
	if stray || means("CMD") {
		b.Cmd, b.cmdSet = unknown, true
	}
	if means("SHELL") {
		b.Shell.Known = false
		b.shells = append(b.shells, shellAt{from, unknown})
	}
	b.User.Known = b.User.Known && !means("USER")
	b.WorkingDir.Known = b.WorkingDir.Known && !means("WORKDIR")
	b.StopSignal.Known = b.StopSignal.Known && !means("STOPSIGNAL")
	b.Health.Known = b.Health.Known && !means("HEALTHCHECK")
	b.unknownEnv = b.unknownEnv || means("ENV") || means("ARG")
}

// Target finds a stage by name, ignoring case, or by number; an empty name
// means the last one.
func Target(all []*Launch, name string) (*Launch, bool) {
	if len(all) == 0 {
		return nil, false
	}
	if name == "" {
		return all[len(all)-1], true
	}
	for i := len(all) - 1; i >= 0; i-- {
		if strings.EqualFold(all[i].Stage.Name, name) {
			return all[i], true
		}
	}
	return byNumber(all, name)
}
