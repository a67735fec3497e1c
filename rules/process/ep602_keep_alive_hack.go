package process

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
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
	if forDevelopment.MatchString(p.File.Name) {
		return
	}
	for _, s := range startedBy(p) {
		if forDevelopment.MatchString(s.Launch.Stage.Name) {
			continue
		}
		keeper, at, ok := s.keeper()
		switch before := keeper.before(); {
		case !ok || mentions(before, inFrontAlready) || s.traps():
		case keeper.behindService():
			p.Report(rules.Finding{At: at, Message: keeper.hides(before), Help: "Start the service itself, in front and last, so that the container lives as long as it does"})
		default:
			p.Report(rules.Finding{At: at, Severity: rules.Info, Message: keeper.idles(s), Help: "Start what the container is for; to look into an image, docker run -it IMAGE sh needs no CMD"})
		}
	}
}

// inFrontAlready are words of servers that do not come back, so that what
// stands behind them is never reached.
var inFrontAlready = []string{"sshd -D", "daemon off", "FOREGROUND", "nodaemon", "supervisord -n"}

// forDevelopment are names of stages and files whose containers are there to
// be entered.
var forDevelopment = regexp.MustCompile(`(?i)(^|[^a-z])(dev|develop|development|devcontainer|debug|test|tests|testing)([^a-z]|$)`)

// keeper finds a main process that only waits, and where it stands.
func (s started) keeper() (step, parser.Span, bool) {
	if in, ok := s.shell(); ok && !in.text.Traps() {
		if start, end, ok := in.text.Loops(); ok {
			in.start, in.Process = start, &launch.Process{Argv: []string{in.text.Src[start:end]}}
			return in, in.text.at(start, end), true
		}
	}
	steps := s.steps()
	if len(steps) == 0 {
		return step{}, parser.Span{}, false
	}
	main := steps[len(steps)-1]
	return main, main.at, main.command != nil && main.Next == nil && main.ends() && waitsForever(main.Argv)
}

// waitsForever is about tail -f /dev/null and sleep infinity.
func waitsForever(argv []string) bool {
	if path.Base(argv[0]) == "busybox" && len(argv) > 1 {
		argv = argv[1:]
	}
	switch path.Base(argv[0]) {
	case "tail":
		return argv[len(argv)-1] == "/dev/null" && slices.ContainsFunc(argv[1:], func(arg string) bool {
			return hasOption(arg, "-f") || hasOption(arg, "-F") || strings.HasPrefix(arg, "--follow")
		})
	case "sleep":
		return len(argv) == 2 && days(argv[1])
	}
	return false
}

// days reports whether sleep takes a day or longer.
func days(arg string) bool {
	if arg == "infinity" || arg == "inf" {
		return true
	}
	units := map[byte]float64{'s': 1, 'm': 60, 'h': 3600, 'd': 86400}
	unit, ok := units[arg[max(0, len(arg)-1)]]
	if ok {
		arg = arg[:len(arg)-1]
	} else {
		unit = 1
	}
	n, err := strconv.ParseFloat(arg, 64)
	return err == nil && n*unit >= 86400
}

// before is what the text runs before its last command.
func (s step) before() string {
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
	return slices.Contains([]string{"invoke-rc.d", "service", "systemctl"}, c.Name()) || len(c.Words) > 0 && initScript([]string{c.Words[0].Value})
}

// traps reports whether a shell of the chain handles signals.
func (s started) traps() bool {
	return slices.ContainsFunc(s.steps(), func(p step) bool {
		sc, ok := s.Launch.ShellCommand(p.Argv)
		return ok && shell.Parse(p.Argv[sc.Text]).Traps()
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
	if behindInit || all.Signals.Stop != "SIGTERM" {
		return message
	}
	return message + " and ignores SIGTERM"
}
