package process

// daemon is a program that leaves its caller: it goes on in the background, and
// what was started ends.
type daemon struct {
	names  []string // patterns of its file name
	back   []string // words that put it into the background; none: it goes there by itself
	front  []string // words that keep it in front, or let it end on purpose
	config []string // where its configuration lies, which may keep it in front too
	own    []string // the configuration that its package brings
	files  []string // words in the names of files that may be its configuration
	say    []string // words that tell so in a RUN
	add    []string // words that keep it in front
	drop   []string // words that have to go then
	use    string   // what to do where there is no such word
	syntax *syntax  // how its configuration is read; nil where it is not
	source string   // where this can be read
}

// apacheFront are the words that keep httpd in front, or let it end on purpose.
var apacheFront = []string{"FOREGROUND", "NO_DETACH", "DEBUG", "-X", "-t", "-v", "-V", "-l", "-L", "-S", "-M", "-f", "configtest", "status", "stop"}

// daemons are read in order, the first row with the name and one of the words
// of back counts. A word such as -f in front is found in -vf too; one with a
// blank is looked for in the whole command line.
//
// sshd, apache2, lighttpd, dnsmasq, named, postfix, haproxy and redis-server
// were measured in containers with Debian's packages; the rest is as the manual
// of each says.
var daemons = []daemon{
	{
		names: []string{"nginx", "openresty", "nginx-debug"}, front: []string{"daemon off", "-g", "-t", "-T", "-v", "-V", "-s", "-h"},
		config: []string{"/etc/nginx", "/usr/local/nginx/conf", "/usr/local/openresty/nginx/conf", "/opt/nginx"}, own: []string{"/etc/nginx/nginx.conf", "/usr/local/nginx/conf/nginx.conf"}, files: []string{"nginx.conf"}, say: []string{"daemon off"},
		syntax: nginxSyntax, add: []string{"-g", "daemon off;"}, source: "nginx documentation, directive daemon",
	},
	{
		names: []string{"httpd", "apache2ctl", "apachectl"}, back: []string{"-k start", "-k restart", "-k graceful"},
		front: apacheFront, drop: []string{"-k", "start", "restart", "graceful"}, add: []string{"-D", "FOREGROUND"}, source: "httpd(8)",
	},
	{
		names: []string{"apache2ctl", "apachectl"}, back: []string{"start", "restart", "graceful"}, // without a word it prints its usage
		front: apacheFront, drop: []string{"start", "restart", "graceful"}, add: []string{"-D", "FOREGROUND"}, source: "apachectl(8)",
	},
	{
		names: []string{"httpd"}, front: append([]string{"start"}, apacheFront...), // httpd start prints its usage
		add: []string{"-D", "FOREGROUND"}, source: "httpd(8)",
	},
	{
		names: []string{"php-fpm", "php-fpm[0-9]", "php-fpm[0-9].[0-9]", "php-fpm[0-9][0-9]", "php[0-9]-fpm", "php[0-9].[0-9]-fpm"}, front: []string{"-F", "--nodaemonize", "-t", "--test", "-v", "--version", "-i", "-m", "-h", "--help"},
		config: []string{"/etc/php", "/usr/local/etc/php", "/opt/remi", "/etc/opt/remi"}, files: []string{"php-fpm", "www.conf", "zz-"}, say: []string{"daemonize", "--enable-fpm"}, // built from source it has no configuration
		syntax: fpmSyntax, drop: []string{"-D", "--daemonize"}, add: []string{"-F"}, source: "php-fpm(8)",
	},
	{names: []string{"cron"}, front: []string{"-f", "-x"}, add: []string{"-f"}, source: "Debian cron(8)"},
	{names: []string{"busybox httpd"}, front: []string{"-f", "-i"}, add: []string{"-f"}, source: "busybox httpd"},
	{names: []string{"crond", "busybox crond"}, front: []string{"-f", "-n", "-d", "-x", "-V", "-h"}, add: []string{"-f"}, source: "busybox crond, cronie crond(8); cronie calls it -n, and since 1.5.1 -f too"},
	{names: []string{"sshd"}, front: []string{"-D", "-d", "-t", "-T", "-i", "-G", "-V"}, add: []string{"-D"}, source: "sshd(8)"},
	{names: []string{"dropbear"}, front: []string{"-F", "-i"}, add: []string{"-F"}, source: "dropbear(8)"},
	{
		names: []string{"supervisord"}, front: []string{"-n", "--nodaemon", "-v", "--version", "-h", "--help"},
		config: []string{"/etc/supervisor", "/usr/etc/supervisord.conf", "/usr/local/etc/supervisord"}, own: []string{"/etc/supervisor/supervisord.conf", "/etc/supervisord.conf"}, files: []string{"supervisor"},
		say:    []string{"nodaemon", "supervisord.conf", "pip install", "pip3 install", "easy_install"},
		syntax: supervisorSyntax, add: []string{"-n"}, source: "supervisord documentation, nodaemon",
	},
	{
		names: []string{"service", "invoke-rc.d", "rc-service"}, back: []string{"start", "restart"}, front: []string{"-n"},
		config: []string{"/etc/init.d", "/usr/sbin/service", "/sbin/service"}, source: "service(8)",
	},
	{
		names: []string{"systemctl"}, back: []string{"start", "restart"}, front: []string{},
		config: []string{"/bin/systemctl", "/usr/bin/systemctl"}, files: []string{"systemctl"}, say: []string{"systemctl.py", "systemctl3.py", "bin/systemctl"}, source: "systemctl(1)",
	},
	{
		names: []string{"redis-server"}, back: []string{"--daemonize yes"}, add: []string{"--daemonize", "no"}, source: "redis.conf",
	},
	{
		names: []string{"redis-server"}, back: []string{"/etc/redis/redis.conf", "/etc/redis.conf"}, front: []string{"--daemonize"},
		config: []string{"/etc/redis"}, own: []string{"/etc/redis/redis.conf", "/etc/redis.conf"}, files: []string{"redis"}, say: []string{"daemonize"}, add: []string{"--daemonize", "no"}, source: "redis.conf of Debian: daemonize yes",
	},
	{names: []string{"mysqld", "mariadbd"}, back: []string{"--daemonize"}, source: "mysqld documentation"},
	{names: []string{"gunicorn"}, back: []string{"--daemon", "-D"}, source: "gunicorn documentation, settings"},
	{names: []string{"uwsgi"}, back: []string{"--daemonize", "-d"}, source: "uWSGI documentation, options"},
	{names: []string{"celery"}, back: []string{"--detach", "multi start"}, source: "celery(1)"},
	{names: []string{"unicorn", "unicorn_rails"}, back: []string{"-D", "--daemonize"}, source: "unicorn(1)"},
	{names: []string{"rackup"}, back: []string{"-D", "--daemonize"}, source: "rackup --help"},
	{names: []string{"thin"}, back: []string{"-d", "--daemonize"}, source: "thin --help"},
	{names: []string{"memcached"}, back: []string{"-d"}, source: "memcached(1)"},
	{names: []string{"mosquitto"}, back: []string{"-d", "--daemon"}, source: "mosquitto(8)"}, //nolint:misspell // the broker's name
	{names: []string{"mongod", "mongos"}, back: []string{"--fork"}, source: "mongod(1)"},
	{names: []string{"haproxy"}, back: []string{"-D"}, source: "HAProxy management guide, 3"},
	{
		names: []string{"haproxy"}, back: []string{"/etc/haproxy/haproxy.cfg"}, front: []string{"-db", "-c", "-v"},
		config: []string{"/etc/haproxy"}, own: []string{"/etc/haproxy/haproxy.cfg"}, files: []string{"haproxy"}, say: []string{"haproxy.cfg"}, add: []string{"-db"}, source: "haproxy.cfg of Debian: daemon",
	},
	{names: []string{"openvpn"}, back: []string{"--daemon"}, source: "openvpn(8)"},
	{names: []string{"screen"}, back: []string{"-dm", "-dmS", "-d -m"}, use: "Start the program itself, or with -Dm, which stays in front", source: "screen(1)"},
	{names: []string{"tmux"}, back: []string{"new-session -d", "new -d"}, front: []string{"attach", "-C"}, use: "Start the program itself", source: "tmux(1)"},
	{names: []string{"start-stop-daemon"}, back: []string{"-b", "--background"}, source: "start-stop-daemon(8)"},
	{names: []string{"pm2"}, back: []string{"start", "startOrRestart", "startOrReload", "resurrect"}, front: []string{"--no-daemon", "--attach"}, add: []string{"--no-daemon"}, source: "pm2 documentation, pm2-runtime"},
	{names: []string{"forever"}, back: []string{"start"}, use: "Start it with `forever` and without `start`", source: "forever README: start runs the script as a daemon"},
	{names: []string{"rsyslogd"}, front: []string{"-n", "-N", "-v"}, add: []string{"-n"}, source: "rsyslogd(8)"},
	{names: []string{"syslog-ng"}, front: []string{"-F", "--foreground", "--process-mode=foreground", "-s", "-V"}, add: []string{"-F"}, source: "syslog-ng(8)"},
	{names: []string{"lighttpd"}, front: []string{"-D", "-t", "-v", "-V", "-h", "-1", "-i"}, add: []string{"-D"}, source: "lighttpd(8)"},
	{
		names: []string{"dnsmasq"}, front: []string{"-k", "--keep-in-foreground", "-d", "--no-daemon", "--test", "-v"}, config: []string{"/etc/dnsmasq"}, own: []string{"/etc/dnsmasq.conf"}, files: []string{"dnsmasq"}, say: []string{"keep-in-foreground", "no-daemon"},
		add: []string{"-k"}, source: "dnsmasq(8)",
	},
	{names: []string{"named"}, front: []string{"-f", "-g", "-v", "-V"}, add: []string{"-f"}, source: "named(8)"},
	{names: []string{"postfix"}, back: []string{"start"}, use: "Start it with `postfix start-fg`, which stays in front (postfix 3.3 and later)", source: "postfix(1), start-fg since 3.3"},
	{names: []string{"smbd", "nmbd", "winbindd"}, front: []string{"-F", "--foreground", "-i", "--interactive", "-S", "-b", "-V"}, add: []string{"--foreground", "--no-process-group"}, source: "smbd(8)"},
	{names: []string{"proftpd"}, front: []string{"-n", "--nodaemon", "-t", "-v", "-q"}, files: []string{"proftpd"}, add: []string{"--nodaemon"}, source: "proftpd(8)"},
	{names: []string{"slapd"}, front: []string{"-d", "-T", "-V", "-?"}, add: []string{"-d", "0"}, source: "slapd(8)"},
	{names: []string{"dovecot"}, front: []string{"-F", "-n", "-a", "stop", "reload", "--version"}, add: []string{"-F"}, source: "dovecot(1)"},
	{names: []string{"asadmin"}, back: []string{"start-domain"}, front: []string{"-v", "--verbose", "-w", "--watchdog"}, add: []string{"--verbose"}, source: "GlassFish documentation, start-domain"},
	{names: []string{"catalina.sh"}, back: []string{"start"}, use: "Start it with `catalina.sh run`, which stays in front", source: "catalina.sh"},
	{names: []string{"neo4j"}, back: []string{"start"}, use: "Start it with `neo4j console`, which stays in front", source: "Neo4j documentation"},
	{names: []string{"pg_ctl"}, back: []string{"start"}, use: "Start `postgres` itself, which stays in front", source: "pg_ctl(1)"},
	{names: []string{"pg_ctlcluster"}, back: []string{"start"}, front: []string{"--foreground"}, add: []string{"--foreground"}, source: "pg_ctlcluster(1)"},
	{names: []string{"rabbitmq-server"}, back: []string{"-detached"}, source: "rabbitmq-server(8)"},
	{names: []string{"elasticsearch"}, back: []string{"-d", "--daemonize"}, source: "Elasticsearch documentation"},
	{names: []string{"vncserver", "tightvncserver"}, front: []string{"-fg", "-kill", "-list", "-help"}, add: []string{"-fg"}, files: []string{"vnc"}, source: "TigerVNC vncserver(1)"},
}
