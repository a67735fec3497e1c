package process

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var keepAliveHack = &rules.Rule{
	Code:     "EP602",
	Name:     "keep-alive-hack",
	Summary:  "the main process does nothing but keep the container up",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkKeepAliveHack,
}

func checkKeepAliveHack(p *rules.Pass) {
	if forDevelopment(p.File.Name) {
		return
	}
	for _, s := range startedBy(p) {
		if forDevelopment(s.Launch.Stage.Name) {
			continue
		}
		keeper, at, ok := s.keeper()
		switch before := keeper.runsBefore(); {
		case !ok || daemon.Mentions(before, inFrontAlready) || s.traps():
		case keeper.behindService():
			p.Report(rules.Finding{At: at, Message: keeper.hides(before), Help: startService})
		default:
			p.Report(rules.Finding{At: at, Severity: rules.Info, Message: keeper.idles(s), Help: startProgram})
		}
	}
	for _, s := range p.Scripts() {
		if !forDevelopment(s.Launch.Stage.Name) {
			reportKeeper(p, s)
		}
	}
}

const (
	startService = "Start the service itself, in front and last, so that the container lives as long as it does"
	startProgram = "Start what the container is for; to look into an image, docker run -it IMAGE sh needs no CMD"
)

// inFrontAlready are words of servers that do not come back, so that what
// stands behind them is never reached.
var inFrontAlready = []string{"sshd -D", "daemon off", "FOREGROUND", "nodaemon", "supervisord -n"}

// forDevelopment reports whether a stage or file is named as one whose container
// is there to be entered.
func forDevelopment(name string) bool {
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch word {
		case "dev", "develop", "development", "devcontainer", "debug", "test", "tests", "testing":
			return true
		}
	}
	return false
}

// runsBefore is what the text runs before its last command.
func (s step) runsBefore() string {
	if s.text == nil {
		return ""
	}
	return strings.TrimRight(s.text.Src[:s.start], " \t\n;&|")
}

// behindService reports whether something may go on that the text has started
// before: a service, or a program that takes long. Copying a file is done, and a
// shell for a person is what the container is for.
func (s step) behindService() bool {
	return s.text != nil && slices.ContainsFunc(s.text.Commands(), func(c shell.Simple) bool {
		return c.End <= s.start && (startsService(c) || c.LongRunning() && !c.Idle())
	})
}

func startsService(c shell.Simple) bool {
	return slices.Contains([]string{"invoke-rc.d", "service", "systemctl"}, c.Name()) || len(c.Words) > 0 && daemon.IsInitScript([]string{c.Words[0].Value})
}

// traps reports whether a shell of the chain handles signals.
func (s started) traps() bool {
	return slices.ContainsFunc(s.steps(), func(p step) bool {
		sc, ok := s.Launch.ShellCommand(p.Argv)
		return ok && s.Launch.Text(p.Argv[sc.Text]).Traps()
	})
}

func (s step) hides(before string) string {
	return fmt.Sprintf("%s keeps the container up with `%s` behind `%s`: it stays up when that has ended, and that gets no stop signal",
		s.command.Verb(), rules.Clip(strings.Join(s.Argv, " ")), rules.Clip(before))
}

// idles says what a keeper does alone. An init passes the stop signal on, which
// ends it; as process 1 it has no handler for one.
func (s step) idles(all started) string {
	behindInit := slices.ContainsFunc(all.steps(), func(p step) bool { return p.Kind == launch.Init })
	message := fmt.Sprintf("%s runs `%s`, which only keeps the container up", s.command.Verb(), rules.Clip(strings.Join(s.Argv, " ")))
	if behindInit || all.Signals().Stop != "SIGTERM" {
		return message
	}
	return message + " and ignores SIGTERM"
}
