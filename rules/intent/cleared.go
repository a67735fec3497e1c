package intent

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

// nothingLeft is the engine's answer to an image without a command line.
const nothingLeft = "docker run answers `No command specified`"

// clearedCmd is about CMD [], which is right below a program that needs no
// arguments.
func clearedCmd(p *rules.Pass, l *launch.Launch) rules.Finding {
	was := inheritedCmd(l)
	f := rules.Finding{Severity: clearedSeverity(l, was), Help: `Name the program in exec form, such as CMD ["/app"]`}
	if startsNothing(l) {
		f.Message = "CMD [] leaves nothing to run: " + nothingLeft
	} else if program, ok := needsCommand(l); ok {
		f.Message = fmt.Sprintf("CMD [] leaves nothing to run: `%s` runs what CMD names", spoken(program))
		f.Notes = []rules.Note{setBy(p, "ENTRYPOINT", l.Entrypoint)}
	}
	if inForce(was) {
		f.Notes = append(f.Notes, setBy(p, "CMD", was))
		f.Help = fmt.Sprintf("Remove it to keep CMD %s, or name the program in exec form", source(was))
	}
	return f
}

// needsCommand returns the program of an ENTRYPOINT that runs what CMD names
// and has nothing to do without. Node's official entrypoint starts node then.
func needsCommand(l *launch.Launch) ([]string, bool) {
	if !inForce(l.Entrypoint) || l.Entrypoint.Origin.ShellForm() || l.Root().Config.Wrapper == "node" {
		return nil, false
	}
	does, program := roleOf(l, l.Entrypoint.V)
	return program, does == runner
}

// clearedEntrypoint is about ENTRYPOINT [], which clears CMD too.
func clearedEntrypoint(p *rules.Pass, l *launch.Launch) rules.Finding {
	f := rules.Finding{
		Severity: clearedSeverity(l, l.LostCmd),
		Message:  "ENTRYPOINT [] clears an inherited CMD as well and leaves nothing to run: " + nothingLeft,
		Help:     `Name the program below it, such as CMD ["/app"]`,
	}
	if inForce(l.LostCmd) {
		f.Notes = []rules.Note{setBy(p, "CMD", l.LostCmd)}
		f.Help = fmt.Sprintf("Name the program below it, such as CMD %s", source(l.LostCmd))
	}
	return f
}

// clearedSeverity tells an image that was to run something from one for the
// commands of others: the steps of a CI job, tools on an image of one's own, or a
// base of other images.
func clearedSeverity(l *launch.Launch, was commandLine) rules.Severity {
	if inForce(was) && !isIdle(wanted(was)) || l.Root().Known && slices.ContainsFunc(instructions(l), isForRunning) {
		return rules.Error
	}
	return rules.Info
}

// inheritedCmd is the CMD a stage would have without its own: none where it
// sets ENTRYPOINT.
func inheritedCmd(l *launch.Launch) commandLine {
	base := l.Base
	switch {
	case setsEntrypoint(l):
		return commandLine{}
	case base.Parent != nil:
		return base.Parent.Cmd
	case base.Known:
		return commandLine{V: base.Config.Cmd, Known: true, Origin: launch.Origin{Image: base.Ref}}
	}
	return commandLine{}
}

func setsEntrypoint(l *launch.Launch) bool {
	return slices.ContainsFunc(l.Set, func(o launch.Origin) bool { return o.At != nil && o.At.Verb.Value == "ENTRYPOINT" })
}
