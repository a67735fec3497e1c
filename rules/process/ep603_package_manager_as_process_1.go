package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var packageManagerAsProcess1 = &rules.Rule{
	Code:     "EP603",
	Name:     "package-manager-as-process-1",
	Summary:  "npm, yarn, gradle … stay between the stop signal and the program",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkPackageManagerAsProcess1,
}

func checkPackageManagerAsProcess1(p *rules.Pass) {
	if forDevelopment(p.File.Name) {
		return
	}
	for _, s := range startedBy(p) {
		steps := s.steps()
		if len(steps) == 0 || s.Launch.Root().Config.OS == "windows" || forDevelopment(s.Launch.Stage.Name) {
			continue
		}
		main := steps[len(steps)-1]
		if !main.known() || main.Next != nil || !main.ends() || !getsSignals(steps[:len(steps)-1]) {
			continue
		}
		if r, script, ok := runnerOf(main.Argv); ok {
			said, _ := s.packageScript(r, script, main)
			severity, does := r.effect(s.Launch, path.Base(main.Argv[0]), said)
			f := main.finding()
			f.Severity = severity
			f.Message = fmt.Sprintf("%s runs `%s`%s: %s", main.subject(), rules.Clip(strings.Join(main.Argv, " ")), said.which(), does)
			f.Notes = slices.Concat(f.Notes, r.notes(p, s.Launch, said), said.notes(script))
			f.Help = r.instead(s, main, script, said)
			p.Report(f)
		}
	}
}

// getsSignals reports whether the signals get as far as the last process of a
// chain and no further: through what replaces itself, and an init that passes
// them on to its child alone.
func getsSignals(front []step) bool {
	return !slices.ContainsFunc(front, func(s step) bool {
		if s.Kind != launch.Init {
			return s.Hop != launch.Exec
		}
		return s.Hop != launch.Child || s.Group
	})
}

// effect says where the stop signal ends. A script of package.json is given to
// /bin/sh: dash waits for the program and is all that npm can reach, others
// replace themselves by it.
func (r runner) effect(l *launch.Launch, name string, said packageScript) (rules.Severity, string) {
	switch {
	case !r.scripts:
		return rules.Warning, fmt.Sprintf("%s stays, the program is its child and is killed with it", name)
	case l.Sh() == shell.Dash && !said.execs():
		return rules.Warning, fmt.Sprintf("%s runs the script in dash and passes the stop signal on to that, the program never gets it", name)
	case (name == "npm" || name == "npx") && deafNpm(l.Root().Ref):
		return rules.Info, fmt.Sprintf("%s stays in front of the program, and versions 9.6.7 to 10.2 pass no signal on", name)
	}
	return rules.Info, fmt.Sprintf("%s stays in front of the program", name)
}

func (r runner) notes(p *rules.Pass, l *launch.Launch, said packageScript) []rules.Note {
	if !r.scripts || l.Sh() != shell.Dash || said.execs() {
		return nil
	}
	return []rules.Note{p.Note(l.Root().At, "/bin/sh of `%s` is dash", l.Root().Ref)}
}

func (r runner) instead(s started, main step, script string, said packageScript) string {
	argv := main.Argv
	switch {
	case said.command != "":
		return said.instead(s, main, script)
	case slices.Contains(r.names, "yarn") && script != "start" && !slices.Contains(argv, "run"):
		return fmt.Sprintf("Start what `yarn %s` runs, a script in package.json or a program of a package, such as %s", script, s.example(main, "node", "server.js"))
	case slices.Contains(r.names, "npx"):
		return fmt.Sprintf("Install `%s` when the image is built, and start it itself", script)
	case r.scripts:
		return fmt.Sprintf("Start what the script `%s` in package.json runs, such as %s", script, s.example(main, "node", "server.js"))
	case slices.Contains(r.names, "go"):
		return "Run go build when the image is built, and start the program"
	}
	return "Build the program when the image is built, and start it, such as " + s.example(main, "java", "-jar", "app.jar")
}

// example is the instruction with another command line in place of what it starts.
func (s started) example(main step, words ...string) string {
	verb, front := "CMD", len(s.Argv.V)-len(main.Argv)
	if main.command != nil && main.command == s.entrypoint && main.command.Form == parser.Exec && front >= 0 {
		verb, words = "ENTRYPOINT", slices.Concat(s.Argv.V[:front], words)
		if len(s.Cmd.V) > 0 {
			return verb + " " + rules.ExecForm(words) + ", without CMD"
		}
	}
	return verb + " " + rules.ExecForm(words)
}
