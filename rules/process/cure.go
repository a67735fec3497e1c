package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// programs are what the services of well-known names consist of, and how they
// are kept in front.
var programs = map[string][]string{
	"apache2": {"apachectl", "-D", "FOREGROUND"}, "cron": {"cron", "-f"}, "crond": {"crond", "-n"}, "dbus": {"dbus-daemon", "--system", "--nofork"},
	"httpd": {"httpd", "-D", "FOREGROUND"}, "lighttpd": {"lighttpd", "-D", "-f", "/etc/lighttpd/lighttpd.conf"}, "memcached": {"memcached", "-u", "memcache"},
	"mongod": {"mongod", "--bind_ip_all"}, "mongodb": {"mongod", "--bind_ip_all"}, "mysql": {"mysqld_safe"}, "mysqld": {"mysqld_safe"}, "mariadb": {"mysqld_safe"},
	"nginx": {"nginx", "-g", "daemon off;"}, "php-fpm": {"php-fpm", "-F"}, "postfix": {"postfix", "start-fg"},
	"redis": {"redis-server", "--daemonize", "no"}, "redis-server": {"redis-server", "--daemonize", "no"}, "rsyslog": {"rsyslogd", "-n"},
	"ssh": {"/usr/sbin/sshd", "-D"}, "sshd": {"/usr/sbin/sshd", "-D"}, "supervisor": {"supervisord", "-n"}, "supervisord": {"supervisord", "-n"},
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
		name := strings.TrimSuffix(path.Base(word), ".service")
		if words, ok := programs[name]; ok {
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
