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

var scriptEndsInPrivilegeTool = &rules.Rule{
	Code:     "EP512",
	Name:     "script-ends-in-privilege-tool",
	Summary:  "an entrypoint script ends in su or sudo, which stays in front of the program",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkScriptEndsInPrivilegeTool,
}

func checkScriptEndsInPrivilegeTool(p *rules.Pass) {
	for _, s := range p.Scripts() {
		way, _, ok := script.Main(s.Ways)
		if s.Again || s.Health || s.File.Edited || !ok || !isLast(way) {
			continue
		}
		words := toolWords(way)
		if len(words) == 0 || s.Launch.Copies(words[0]) || !forks(words[0], s.Launch.Sh()) {
			continue
		}
		user, command, ok := launch.AsUser(words)
		if !ok || !stays(command) {
			continue
		}
		in, at := s.Place(way.In, way.Start, way.End)
		p.Report(rules.Finding{
			In: in, At: at, Notes: s.StartedHere(),
			Message: fmt.Sprintf("the script ends in `%s`: %s", rules.Clip(strings.TrimPrefix(way.In.Src[way.Start:way.End], "exec ")), toolStays(words, way.Exec)),
			Help:    withoutTool(s.Launch, words, user, command),
		})
	}
}

// forks reports whether a tool stays in front of what it starts: sudo does, and
// the su of util-linux; that of busybox replaces itself.
func forks(tool string, sh shell.Kind) bool {
	return path.Base(tool) == "sudo" || sh == shell.Dash || sh == shell.Bash
}

// isLast reports whether the script is there for the command, and nothing
// follows it.
func isLast(w script.Way) bool { return !w.Then && !w.Job && !w.Pipe && w.Trap == nil && !w.Loop }

// toolWords are the words of su, runuser or sudo as they are written; none for
// another program, or one that a variable or an argument names.
func toolWords(w script.Way) []string {
	all := shell.Parse(w.In.Src[w.Start:w.End]).Commands()
	if len(all) == 0 || !slices.Contains([]string{"runuser", "su", "sudo"}, all[0].Name()) {
		return nil
	}
	words := make([]string, len(all[0].Words))
	for i, word := range all[0].Words {
		words[i] = word.Src
		if word.Literal {
			words[i] = word.Value
		}
	}
	return words
}

// stays reports whether a command is one that a container is started for: not a
// shell for a person, nor what ends by itself.
func stays(command string) bool {
	last, ok := shell.Parse(command).Last()
	return !ok || last.LongRunning() && !last.Idle() && !isJob(last.Simple)
}

// toolStays says what becomes of the arguments and of the signal (measured with
// su and runuser of util-linux 2.38).
func toolStays(words []string, exec bool) string {
	name := path.Base(words[0])
	if i := slices.Index(words, `"$@"`); i > 0 && words[i-1] == "-c" {
		return fmt.Sprintf("%s runs the first argument as a shell text, takes options among the others for its own, and stays in front of the program", name)
	}
	switch {
	case !exec:
		return fmt.Sprintf("the script and %s stay in front of the program", name)
	case name == "sudo":
		return "sudo stays in front of the program"
	}
	return name + " stays in front of the program, and kills it two seconds after the stop signal"
}

// withoutTool is the same with a tool that replaces itself, or with none where the
// script can have the user from the start.
func withoutTool(l *launch.Launch, words []string, user, command string) string {
	last := words[len(words)-1]
	switch {
	case slices.Contains([]string{`"$@"`, `"$*"`, "$@", "$*"}, last) && !strings.Contains(command, " "):
		command = `"$@"`
	case path.Base(words[0]) != "sudo" && last == command, strings.ContainsAny(command, "\n;&|"):
		command = "…" // a text for a shell
	}
	user = strings.Replace(user, `"#`, `"`, 1) // sudo's mark of a number
	switch name := path.Base(words[0]); {
	case user != "root":
		return fmt.Sprintf("End with a tool that replaces itself, such as gosu, su-exec or setpriv: exec gosu %s %s", user, command)
	case l.User.Known && l.User.V != "" && l.User.V != "root" && l.User.V != "0":
		return fmt.Sprintf("Leave USER %s out of the Dockerfile, so that the script runs as root without %s: exec %s", l.User.V, name, command)
	default:
		return fmt.Sprintf("Leave %s out, the script runs as root where USER is root: exec %s", name, command)
	}
}
