package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var initNotProcess1 = &rules.Rule{
	Code:     "EP606",
	Name:     "init-not-process-1",
	Summary:  "an init program is not process 1, or passes signals on to a shell that keeps them",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkInitNotProcess1,
}

func checkInitNotProcess1(p *rules.Pass) {
	for _, s := range startedBy(p) {
		steps := s.steps()
		i := slices.IndexFunc(steps, func(p step) bool { return p.Kind == launch.Init })
		if i < 0 {
			continue
		}
		if front, ok := stayer(steps[:i]); ok {
			reportChildInit(p, front, steps[i])
		} else if sh, ok := stayer(steps[i+1:]); ok && sh.Kind == launch.Shell {
			s.reportShellBehindInit(p, steps[i], sh)
		}
	}
}

// stayer finds the first process that waits for the next one instead of being
// replaced by it.
func stayer(steps []step) (step, bool) {
	for _, s := range steps {
		switch s.Hop {
		case launch.Exec:
		case launch.Child:
			return s, true
		default:
			return step{}, false
		}
	}
	return step{}, false
}

func reportChildInit(p *rules.Pass, front, init step) {
	name := path.Base(init.Argv[0])
	if init.command == nil || init.Reaps && !(name == "catatonit" && front.Kind == launch.Shell) || init.text != nil && init.text.Traps() {
		return
	}
	f := rules.Finding{
		At: init.at,
		Message: fmt.Sprintf("%s runs `%s` behind %s, which stays process 1: %s %s",
			init.command.Verb(), rules.Clip(strings.Join(init.Argv, " ")), front.name(), name, missing(init, front)),
		Help: fmt.Sprintf("Start %s first: ENTRYPOINT %s", name, rules.ExecForm([]string{init.Argv[0], "--", "…"})),
	}
	if words, ok := init.whole(); ok {
		f.Help = fmt.Sprintf("Write it in exec form: %s %s", init.command.Verb(), rules.ExecForm(words))
	} else if init.text != nil {
		f.Help = fmt.Sprintf("Let %s replace the shell: exec %s", name, rules.Clip(init.text.Src[init.start:]))
	}
	p.Report(f)
}

// missing says what an init cannot do behind another process. A wrapper such as
// sudo or dockerize passes signals on itself.
func missing(init, front step) string {
	switch {
	case init.Reaps:
		return "gets no signal to pass on"
	case front.Kind == launch.Shell:
		return "gets no signal to pass on, and cannot reap processes that have lost their parent"
	}
	return "cannot reap processes that have lost their parent"
}

// name is what a sentence calls the process.
func (s step) name() string {
	if s.Kind == launch.Shell {
		return "the shell"
	}
	return "`" + path.Base(s.Argv[0]) + "`"
}

// whole returns the words of a text that is nothing but this command.
func (s step) whole() ([]string, bool) {
	if s.text == nil {
		return nil, false
	}
	return s.text.Plain()
}

// reportShellBehindInit is about a shell between an init and the program: the
// signal ends the shell, and with it the container.
func (s started) reportShellBehindInit(p *rules.Pass, init, sh step) {
	in, ok := s.shell()
	if !ok || in.Process != sh.Process || init.Hop != launch.Child || init.Group || in.text.Traps() || in.in.Pipe || in.in.Background || in.in.Or {
		return
	}
	last, ok := in.text.Last()
	if !ok || !last.LongRunning() || last.Idle() {
		return
	}
	name := path.Base(init.Argv[0])
	f := rules.Finding{
		At:      in.at,
		Message: fmt.Sprintf("%s passes the stop signal on to the shell only, which ends: `%s` is killed with the container and never gets it", name, rules.Clip(last.Words[0].Src)),
		Help:    "Let the program replace the shell: exec " + rules.Clip(in.text.Src[last.Start:last.End]),
	}
	if init.command != nil && init.command != in.command {
		f.Notes = append(f.Notes, p.Note(init.command.Span(), "`%s` is process 1", name))
	}
	p.Report(f)
}
