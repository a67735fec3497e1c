package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var privilegeToolAsProcess1 = &rules.Rule{
	Code:     "EP604",
	Name:     "privilege-tool-as-process-1",
	Summary:  "su or sudo stays in front of the program it starts as another user",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkPrivilegeToolAsProcess1,
}

func checkPrivilegeToolAsProcess1(p *rules.Pass) {
	for _, s := range startedBy(p) {
		steps := s.steps()
		i := slices.IndexFunc(steps, func(p step) bool { return p.Hop != launch.Exec && p.Kind != launch.Init })
		if i < 0 || steps[i].command == nil {
			continue
		}
		tool := steps[i]
		name := path.Base(tool.Argv[0])
		if !slices.Contains([]string{"runuser", "su", "sudo"}, name) || name == "su" && s.Launch.Sh() == shell.Busybox || s.Launch.Copies(name) || !tool.ends() {
			continue // busybox su replaces itself
		}
		if user, command, ok := launch.AsUser(tool.Argv); ok && !waitsForPerson(command) && !daemonises(command) {
			p.Report(rules.Finding{
				At:      tool.at,
				Message: fmt.Sprintf("%s runs `%s`: %s stays, and `%s` is its child", tool.command.Verb(), rules.Clip(strings.Join(tool.Argv, " ")), name, rules.Clip(command)),
				Help:    instead(s.Launch, name, user, command),
			})
		}
	}
}

// waitsForPerson reports whether a command is a shell that somebody works in.
func waitsForPerson(command string) bool {
	return slices.Contains([]string{"ash", "bash", "dash", "sh", "zsh"}, path.Base(command))
}

// daemonises reports whether a command goes into the background: the tool ends
// with it, and does not stay.
func daemonises(command string) bool {
	words, ok := shell.Parse(command).Plain()
	if !ok || len(words) == 0 {
		return false
	}
	d, ok := daemon.Of(words, nil)
	return ok && (d.IsStarter() || !d.IsConfigured()) // another one's configuration may keep it in front
}

// instead is the help. A user that a variable names takes a shell.
func instead(l *launch.Launch, name, user, command string) string {
	if user == "root" {
		return fmt.Sprintf("Take %s away; where USER is not root, set it to root instead", name)
	}
	command = strings.TrimPrefix(command, "exec ")
	simple := !strings.ContainsAny(command, "$;&|<>`\"'(")
	words := append([]string{"gosu", user}, strings.Fields(command)...)
	set := fmt.Sprintf("Set USER %s, or start", user)
	if variable := strings.Trim(user, `"`); strings.Contains(user, "$") {
		set = "Start"
		if _, ok := l.Env(strings.Trim(variable, "${}")); ok {
			set = fmt.Sprintf("Set USER %s, or start", variable)
		}
		if !simple {
			command = "…"
		}
		words = []string{"sh", "-c", fmt.Sprintf(`exec gosu "%s" %s`, variable, command)}
	} else if !simple {
		words = []string{"gosu", user, "sh", "-c", "…"}
	}
	return fmt.Sprintf("%s the command with what replaces itself, such as gosu, su-exec or setpriv: %s", set, rules.ExecForm(words))
}
