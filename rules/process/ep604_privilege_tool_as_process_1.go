package process

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
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
		if name != "sudo" && (name != "su" || s.Launch.Sh() == shell.Busybox) || s.Launch.Copies(name) || !tool.ends() {
			continue // busybox su replaces itself
		}
		if user, command, ok := asUser(tool.Argv); ok && !waitsForPerson(command) && !daemonises(command) {
			p.Report(rules.Finding{
				At:      tool.at,
				Message: fmt.Sprintf("%s runs `%s`: %s stays, and `%s` is its child", tool.command.Verb(), rules.Clip(strings.Join(tool.Argv, " ")), name, rules.Clip(command)),
				Help:    instead(name, user, command),
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
	d, _, ok := daemonOf(step{Process: &launch.Process{Argv: words}})
	return ok && (d.isStarter() || len(d.config)+len(d.files) == 0) // another one's configuration may keep it in front
}

// asUser reads the command line of su or sudo: the user, and the command. What
// has none is a shell for a person.
func asUser(argv []string) (user, command string, ok bool) {
	if path.Base(argv[0]) == "sudo" {
		return asSudo(argv)
	}
	for i := 1; i < len(argv); i++ {
		switch arg := argv[i]; {
		case slices.Contains([]string{"-c", "-lc", "--command"}, arg) && i+1 < len(argv):
			i++
			command = argv[i]
		case slices.Contains([]string{"-s", "-g", "--shell"}, arg):
			i++
		case !strings.HasPrefix(arg, "-") && user == "":
			user = arg // the other operands are words for the shell of the user
		}
	}
	return cmp.Or(user, "root"), command, command != ""
}

func asSudo(argv []string) (user, command string, ok bool) {
	user = "root"
	prog, _ := launch.ProgramOf(argv[0])
	at, ok := prog.Command(argv)
	if !ok {
		return user, "", false
	}
	for i, arg := range argv[:at-1] {
		together := strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--") && strings.HasSuffix(arg, "u")
		if together || arg == "--user" {
			user = argv[i+1]
		}
	}
	return user, strings.Join(argv[at:], " "), true
}

func instead(name, user, command string) string {
	if user == "root" {
		return fmt.Sprintf("Take %s away; where USER is not root, set it to root instead", name)
	}
	command = strings.TrimPrefix(command, "exec ")
	words := append([]string{"gosu", user}, strings.Fields(command)...)
	if strings.ContainsAny(command, "$;&|<>`\"'(") {
		words = []string{"gosu", user, "sh", "-c", "…"}
	}
	return fmt.Sprintf("Set USER %s, or start the command with what replaces itself, such as gosu, su-exec or setpriv: %s", user, rules.ExecForm(words))
}
