package launch

import (
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/parser"
)

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
	if v := inst.Verb.Value; v == "COPY" || v == "ADD" {
		b.addsFiles = true
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
	b.step(inst, from)
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
	v, known := b.expand(word)
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
