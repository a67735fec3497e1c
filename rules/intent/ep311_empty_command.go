package intent

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var emptyCommand = &rules.Rule{
	Code:     "EP311",
	Name:     "empty-command",
	Summary:  "CMD or ENTRYPOINT without a word, and nothing is left to run",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkEmptyCommand,
}

func checkEmptyCommand(p *rules.Pass) {
	used := copiedFrom(p)
	for _, l := range p.Images() {
		switch {
		case wordless(l.Entrypoint):
			reportEmpty(p, l.Entrypoint, wordlessEntrypoint(p, l))
		case wordless(l.Cmd):
			reportEmpty(p, l.Cmd, wordlessCmd(p, l))
		case len(l.OnBuild) > 0: // it is there for children, which bring their own
		case used[l] && l != p.Target: // it is there for its files
		case isArray(l.Cmd, "CMD"):
			reportEmpty(p, l.Cmd, clearedCmd(p, l))
		case isArray(l.Entrypoint, "ENTRYPOINT") && startsNothing(l):
			reportEmpty(p, l.Entrypoint, clearedEntrypoint(p, l))
		}
	}
}

// reportEmpty reports what v, which has no words, leads to.
func reportEmpty(p *rules.Pass, v commandLine, f rules.Finding) {
	if f.Message != "" {
		f.At, _ = place(v)
		p.Report(f)
	}
}

// wordless reports whether v is set by its verb alone, which is shell form: a
// shell with an empty text.
func wordless(v commandLine) bool {
	return len(v.V) > 0 && v.Origin.ShellForm() && source(v) == "" && !launch.Windows(v.V[0])
}

// isArray reports whether an instruction sets v to [].
func isArray(v commandLine, verb string) bool {
	at := v.Origin.At
	return v.Known && len(v.V) == 0 && at != nil && at.Verb.Value == verb && at.Argv != nil
}

func startsNothing(l *launch.Launch) bool {
	argv := l.Start(launch.Run{}).Argv
	return argv.Known && len(argv.V) == 0
}

// emptyText is about a shell that has nothing to do.
func emptyText(verb string, v commandLine) rules.Finding {
	return rules.Finding{
		Message: fmt.Sprintf("%s without a word is shell form: the container runs `%s` and ends at once, with status 0", verb, spoken(v.V)),
		Help:    fmt.Sprintf("Name the program in exec form, such as %s [\"/app\"], or remove the line; to clear an inherited %[1]s write %[1]s []", verb),
	}
}

func wordlessEntrypoint(p *rules.Pass, l *launch.Launch) rules.Finding {
	f := emptyText("ENTRYPOINT", l.Entrypoint)
	if inForce(l.Cmd) {
		f.Message += "; CMD never runs"
		f.Notes = []rules.Note{setBy(p, "CMD", l.Cmd)}
		f.Help = "Remove the line, or write ENTRYPOINT [] to clear an inherited one, so that CMD runs"
	}
	return f
}

// wordlessCmd says who gets the shell that stands for a CMD without a word.
func wordlessCmd(p *rules.Pass, l *launch.Launch) rules.Finding {
	f := emptyText("CMD", l.Cmd)
	if unset(l.Entrypoint) || isArray(l.Entrypoint, "ENTRYPOINT") {
		return f
	}
	does, program := roleOf(l, l.Entrypoint.V)
	switch {
	case !inForce(l.Entrypoint):
		f.Severity = rules.Warning
		f.Message = fmt.Sprintf("CMD without a word is shell form, not an empty list: it is `%s`", spoken(l.Cmd.V))
		return f
	case l.Entrypoint.Origin.ShellForm():
		f.Severity = rules.Warning
		f.Message = fmt.Sprintf("CMD without a word is `%s`, and ENTRYPOINT in shell form does not pass it on", spoken(l.Cmd.V))
	case does == taker:
		f.Message = fmt.Sprintf("CMD without a word is shell form: `%s` gets `%s` as its arguments", spoken(program), spoken(l.Cmd.V))
	case does == unclear:
		f.Severity = rules.Warning
		f.Message = fmt.Sprintf("CMD without a word is shell form: `%s` gets `%s`", spoken(program), spoken(l.Cmd.V))
	}
	f.Notes = []rules.Note{setBy(p, "ENTRYPOINT", l.Entrypoint)}
	f.Help = "Remove it, or write CMD [] for no arguments"
	return f
}
