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

// cannotStart finds daemons that end at once even when they are told to stay in
// front (measured with Debian's openssh-server and apache2).
func cannotStart(s started, main step) (rules.Finding, bool) {
	if path.Base(main.Argv[0]) == "nginx" {
		return s.nginxCannotRead(main)
	}
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
		f.Help = "Write the path: " + s.written(main, words)
	case !sshd && s.lacksEnvvars() && !slices.ContainsFunc(main.before, envvars.ConfiguredIn):
		words := append([]string{"apachectl"}, main.Argv[1:]...)
		if !strings.Contains(line, "FOREGROUND") {
			words = append(words, "-D", "FOREGROUND")
		}
		f.Message = fmt.Sprintf("%s runs `%s` without the variables of /etc/apache2/envvars, which apache2.conf needs: it ends with status 1", main.subject(), line)
		f.Help = "Let apachectl set them: " + s.written(main, words)
	default:
		return f, false
	}
	return f, true
}

// nginxCannotRead finds directives of nginx's -g without the semicolon at their end,
// which a shell takes for its own where there are no quotes.
//
// Source: nginx, ngx_conf_read_token, and ngx_get_options for the words that are left.
func (s started) nginxCannotRead(main step) (rules.Finding, bool) {
	i := slices.Index(main.Argv, "-g")
	if i < 1 || i+1 >= len(main.Argv) || len(main.Expands) > 0 || s.Launch.Copies("nginx") {
		return rules.Finding{}, false
	}
	end := i + 2
	for end < len(main.Argv) && !strings.HasPrefix(main.Argv[end], "-") {
		end++
	}
	text := strings.Join(main.Argv[i+1:end], " ")
	name := daemon.Misspelled(text)
	whole := end == i+2 && daemon.Ended(text) == strings.TrimSpace(text)
	if strings.Trim(text, `"'`) != text || text == "" || strings.Contains(text, "$") || whole && name == "" {
		return rules.Finding{}, false
	}
	f := main.finding()
	if whole {
		f.Message = fmt.Sprintf("%s runs `%s`, and nginx ends at once: [emerg] unknown directive %q", main.subject(), rules.Clip(strings.Join(main.Argv, " ")), name)
		f.Help = "Write daemon: " + s.written(main, slices.Concat(main.Argv[:i+1], []string{"daemon off;"}, main.Argv[end:]))
		return f, true
	}
	f.Message = fmt.Sprintf("%s runs `%s`: nginx ends at once, since the directives of -g are one word with a `;` at its end", main.subject(), rules.Clip(strings.Join(main.Argv, " ")))
	f.Help = "Write them so: " + s.written(main, slices.Concat(main.Argv[:i+1], []string{daemon.Ended(text)}, main.Argv[end:]))
	return f, true
}

// lacksEnvvars reports whether nothing sets the variables of Debian's apache2,
// as far as the file and the base image tell.
func (s started) lacksEnvvars() bool {
	l := s.Launch
	if l.Sh() != shell.Dash || l.Copies("apache2") || l.MayConfigure(envvars) || strings.Contains(strings.Join(s.Argv.V, " "), "envvars") {
		return false
	}
	if l.Root().Config.EnvUnknown || slices.ContainsFunc(l.Root().Config.Env, func(name string) bool { return strings.HasPrefix(name, "APACHE_") }) {
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
