package script

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var scriptIgnoresArguments = &rules.Rule{
	Code:     "EP501",
	Name:     "script-ignores-arguments",
	Summary:  "an entrypoint script reads none of its arguments: CMD has no effect",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkScriptIgnoresArguments,
}

func checkScriptIgnoresArguments(p *rules.Pass) {
	for _, s := range p.Scripts() {
		if s.Again || s.Health || !getsCmd(s) || s.Launch.Cmd.V[0] == s.Name() || s.ReadsArguments() { // EP303 is about its own name
			continue
		}
		ends, starts := lastCommand(s)
		if s.Launch.Cmd.Origin.At == nil && starts {
			continue // a script of its own in the place of the base image's
		}
		f := rules.Finding{
			Notes:   append(cmdNotes(p, s.Launch), s.StartedHere()...),
			Message: fmt.Sprintf("`%s` reads none of its arguments: CMD `%s` has no effect", s.Name(), shown(s.Launch.Cmd)),
			Help:    ignoredHelp(s, ends, starts),
		}
		f.In, f.At = s.Place(ends.In, ends.Start, ends.End)
		if in, at, ok := s.File.Replaced(); ok {
			f.In, f.At = in, at
			f.Message = fmt.Sprintf("the builder replaces `%s` by nothing, so that `%s` reads none of its arguments: CMD `%s` has no effect", in.Text(at), s.Name(), shown(s.Launch.Cmd))
			f.Help = "Quote the word that begins the here-document, such as <<\"EOF\": then the builder leaves it as it is"
		} else if startsTheSame(ends.Argv, s.Launch.Cmd.V) {
			f.Severity = rules.Warning
		}
		p.Report(f)
	}
}

// getsCmd reports whether the words of CMD are certain to be arguments of the
// script.
func getsCmd(s *rules.Script) bool {
	cmd := s.Launch.Cmd
	n := len(s.Args) - len(cmd.V)
	if strings.Join(cmd.V, "") == "" || !cmd.Known && !cmd.Origin.ShellForm() || n < 0 || !slices.Equal(s.Args[n:], cmd.V) {
		return false
	}
	for p := s.Launch.Start(launch.Run{}).Intended(); p != nil && p != s.Process; p = p.Next {
		if p.Hop != launch.Exec && p.Hop != launch.Child {
			return false
		}
	}
	return true
}

// lastCommand is the program that the script ends with, else the command, and
// whether the script starts any program that stays.
func lastCommand(s *rules.Script) (script.Way, bool) {
	for _, ways := range [][]script.Way{s.Ways, s.AnyWays()} {
		if way, _, ok := script.Main(ways); ok {
			return way, true
		}
	}
	starts := slices.ContainsFunc(s.Text.All(), func(c shell.Command) bool { return c.LongRunning() })
	if last, ok := s.Text.Last(); ok {
		return script.Way{In: s.Text, Start: last.Start, End: last.End}, starts
	}
	start, end := s.Text.LastLine()
	return script.Way{In: s.Text, Start: start, End: end}, starts
}

// startsTheSame reports whether a script ends with what CMD names: the words are
// in vain, and the container does what they say.
func startsTheSame(argv, cmd []string) bool {
	i := slices.IndexFunc(argv, func(w string) bool { return path.Base(w) == path.Base(cmd[0]) })
	return i >= 0 && slices.Equal(argv[i+1:], cmd[1:])
}

func ignoredHelp(s *rules.Script, ends script.Way, starts bool) string {
	switch {
	case !starts:
		return "End the script with exec \"$@\", which starts what CMD says"
	case len(ends.Argv) > 0 && ends.Argv[0] == s.Launch.Cmd.V[0]:
		return fmt.Sprintf("Write exec \"$@\" in place of `%s`, or remove CMD", written(ends))
	}
	return "End the script with exec \"$@\" where CMD names the program, pass \"$@\" to its program where CMD is for that, or remove CMD"
}

func cmdNotes(p *rules.Pass, l *launch.Launch) []rules.Note {
	switch o := l.Cmd.Origin; {
	case o.OnBuild != nil:
		return []rules.Note{p.Note(o.OnBuild.Span, "ONBUILD sets CMD here")}
	case o.At != nil:
		return []rules.Note{p.Note(o.At.Span, "CMD is set here")}
	}
	return []rules.Note{rules.Fact("`%s` sets CMD `%s`", l.Cmd.Origin.Image, shown(l.Cmd))}
}

// shown is CMD as its author wrote it.
func shown(cmd launch.Value[[]string]) string {
	if cmd.Origin.ShellForm() {
		return rules.Clip(cmd.Origin.At.Argv.Body.Text)
	}
	return rules.Clip(rules.ExecForm(cmd.V))
}
