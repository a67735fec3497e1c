package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// envvars is what Debian's apache2.conf reads its settings from.
var envvars = &daemon.Daemon{Config: []string{"/etc/apache2"}, Files: []string{"apache2.conf", "envvars"}, Say: []string{"APACHE_", "apache2.conf", "envvars"}}

// cannotStart finds two daemons that end at once even when they are told to
// stay in front (measured with Debian's openssh-server and apache2).
func cannotStart(s started, main step) (rules.Finding, bool) {
	sshd := main.Argv[0] == "sshd"
	if !sshd && path.Base(main.Argv[0]) != "apache2" {
		return rules.Finding{}, false
	}
	line := rules.Clip(strings.Join(main.Argv, " "))
	f := main.finding()
	switch {
	case sshd && !s.Launch.Copies("sshd"):
		words := append([]string{"/usr/sbin/sshd"}, main.Argv[1:]...)
		f.Message = fmt.Sprintf("%s runs `%s` without its path: sshd starts itself again for each connection, and ends at once where it does not know its own path", main.subject(), line)
		f.Help = "Write the path: " + main.written(words)
	case !sshd && s.lacksEnvvars() && !slices.ContainsFunc(main.before, envvars.ConfiguredIn):
		words := append([]string{"apachectl"}, main.Argv[1:]...)
		if !strings.Contains(line, "FOREGROUND") {
			words = append(words, "-D", "FOREGROUND")
		}
		f.Message = fmt.Sprintf("%s runs `%s` without the variables of /etc/apache2/envvars, which apache2.conf needs: it ends with status 1", main.subject(), line)
		f.Help = "Let apachectl set them: " + main.written(words)
	default:
		return f, false
	}
	return f, true
}

// lacksEnvvars reports whether nothing sets the variables of Debian's apache2,
// as far as the file and the base image tell.
func (s started) lacksEnvvars() bool {
	l := s.Launch
	if l.Sh() != shell.Dash || l.Copies("apache2") || l.MayConfigure(envvars) || strings.Contains(strings.Join(s.Argv.V, " "), "envvars") {
		return false
	}
	if slices.ContainsFunc(l.Root().Config.Env, func(name string) bool { return strings.HasPrefix(name, "APACHE_") }) {
		return false
	}
	for _, stage := range append(l.Parents(), l) {
		for _, inst := range stage.Stage.Instructions {
			if inst.Verb.Value == "ENV" && strings.Contains(inst.Logical.Text, "APACHE_") {
				return false
			}
		}
	}
	return true
}
