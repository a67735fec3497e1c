package args

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var argAtRunTime = &rules.Rule{
	Code:     "EP401",
	Name:     "arg-at-run-time",
	Summary:  "ARG read by a command instruction: it does not exist when the container runs",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkArgAtRunTime,
}

func checkArgAtRunTime(p *rules.Pass) {
	s := scopesOf(p)
	if s.empty() {
		return
	}
	for _, r := range reads(p) {
		v, at := s.find(r.Launch, r.Name)
		if at == nowhere || at == elsewhere && r.Literal || r.hasValue() {
			continue
		}
		notes := []rules.Note{s.note(v, at)}
		if r.Launch != r.Command.Launch {
			notes = append(notes, p.Note(r.Launch.Stage.From.Span, "the stage that runs this %s has no ENV %s", r.Command.Verb(), r.Name))
		}
		p.Report(rules.Finding{
			Severity: r.severity(v, at),
			At:       r.At(),
			Message:  r.message(v),
			Notes:    notes,
			Help:     r.help(v, at),
		})
	}
}

// severity is lower where docker run may be meant to set the variable.
func (r read) severity(v launch.Var, at place) rules.Severity {
	switch {
	case r.Defaulted, isProxy(r.Name) && !v.Value.Known:
		return rules.Info
	case at == elsewhere:
		return rules.Warning
	}
	return rules.Error
}

func (r read) message(v launch.Var) string {
	src := "`" + rules.Clip(r.Src) + "`"
	why := fmt.Sprintf("ARG %s exists during the build only", r.Name)
	plain := isPlain(r.Src, r.Name)
	value, unless := "", ""
	if plain && v.Value.Known && v.Value.V != "" {
		value = fmt.Sprintf(", not `%s`", rules.Clip(v.Value.V))
	}
	switch {
	case isProxy(r.Name) && !v.Value.Known:
		unless = ", unless Docker's client passes its own proxy on"
	case !r.Launch.EnvComplete():
		unless = ", unless the base image sets it"
	}
	switch {
	case r.Literal:
		return fmt.Sprintf("%s reaches the program as written: exec form is not expanded, and %s", src, why)
	case r.Defaulted:
		return fmt.Sprintf("%s is its default when the container runs, unless docker run sets %s: %s", src, r.Name, why)
	case !plain:
		return fmt.Sprintf("%s finds no value when the container runs%s: %s", src, unless, why)
	}
	return fmt.Sprintf("%s is empty when the container runs%s%s: %s", src, value, unless, why)
}

func (r read) help(v launch.Var, at place) string {
	if help, ok := r.copiedHelp(v); ok {
		return help
	}
	set := provide(v, at)
	_, text := script(r.Command, r.Launch)
	switch {
	case !r.Literal, r.Command.Verb() == "CMD" && r.Launch.Entrypoint.Origin.ShellForm(): // CMD alone would get no shell
		return set
	case hasNoShell(r.Launch):
		return set + "; let the program read it from its environment, the image has no shell to expand it"
	case text:
		return set + "; use it in the text that the shell reads"
	}
	return set + "; start the program through a shell: " + throughShell(r.Command, r.Launch, commandLine(r.Command))
}
