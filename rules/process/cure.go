package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch/shell"
)

// programs are what the services of well-known names consist of, and how they
// are kept in front.
var programs = []struct {
	services wordset.Set
	argv     []string
}{
	{"apache2", []string{"apachectl", "-D", "FOREGROUND"}},
	{"cron", []string{"cron", "-f"}},
	{"crond", []string{"crond", "-n"}},
	{"dbus", []string{"dbus-daemon", "--system", "--nofork"}},
	{"httpd", []string{"httpd", "-D", "FOREGROUND"}},
	{"lighttpd", []string{"lighttpd", "-D", "-f", "/etc/lighttpd/lighttpd.conf"}},
	{"memcached", []string{"memcached", "-u", "memcache"}},
	{"mongod mongodb", []string{"mongod", "--bind_ip_all"}},
	{"mysql mysqld mariadb", []string{"mysqld_safe"}},
	{"nginx", []string{"nginx", "-g", "daemon off;"}},
	{"php-fpm", []string{"php-fpm", "-F"}},
	{"postfix", []string{"postfix", "start-fg"}},
	{"redis redis-server", []string{"redis-server", "--daemonize", "no"}},
	{"rsyslog", []string{"rsyslogd", "-n"}},
	{"ssh sshd", []string{"/usr/sbin/sshd", "-D"}},
	{"supervisor supervisord", []string{"supervisord", "-n"}},
}

// programOf is the command line of a service, nil where it is not known.
func programOf(service string) []string {
	for _, p := range programs {
		if p.services.Has(strings.TrimSuffix(service, ".service")) {
			return p.argv
		}
	}
	return nil
}

// cure says how to keep the program in front.
func (d *daemon) cure(main step, word string) string {
	argv := main.Argv
	switch {
	case d.isStarter():
		return main.cureOfService()
	case d.use != "":
		return d.use
	case strings.HasPrefix(word, "-") && len(d.drop) == 0:
		return fmt.Sprintf("Take `%s` away: %s", word, main.written(without(argv, strings.Fields(word))))
	}
	kept := argv
	for _, w := range d.drop {
		kept = without(kept, []string{w})
	}
	return "Keep it in front: " + main.written(append(slices.Clip(kept), d.add...))
}

// without takes a sequence of words off a command line.
func without(argv, words []string) []string {
	for i := 0; i+len(words) <= len(argv); i++ {
		if slices.Equal(argv[i:i+len(words)], words) {
			return slices.Concat(argv[:i], argv[i+len(words):])
		}
	}
	return argv
}

// cureOfService names the program of a service, which is found in the words of
// service nginx start, systemctl start nginx, /etc/init.d/nginx start.
func (s step) cureOfService() string {
	for _, word := range s.Argv {
		if words := programOf(path.Base(word)); words != nil {
			return "Start the program itself, in front: " + s.written(words)
		}
	}
	return "Start the program of the service itself, with the option that keeps it in front"
}

// quoted writes words for a shell.
func quoted(words []string) string {
	all := make([]string, len(words))
	for i, w := range words {
		plain, ok := shell.Parse(w).Plain()
		if ok && len(plain) == 1 && plain[0] == w {
			all[i] = w
		} else {
			all[i] = "'" + w + "'"
		}
	}
	return strings.Join(all, " ")
}
