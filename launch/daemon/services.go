package daemon

import (
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// services are the programs of the services of well-known names, and how they are
// kept in front.
var services = []struct {
	names wordset.Set
	argv  []string
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

// OfService is the command line of a service that stays in front, nil where it is
// not known.
func OfService(service string) []string {
	for _, p := range services {
		if p.names.Has(strings.TrimSuffix(service, ".service")) {
			return p.argv
		}
	}
	return nil
}
