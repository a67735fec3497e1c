package daemon

// apacheFront are the words that keep httpd in front, or let it end on purpose.
var apacheFront = []string{"FOREGROUND", "NO_DETACH", "DEBUG", "-X", "-t", "-v", "-V", "-l", "-L", "-S", "-M", "-f", "configtest", "status", "stop"}

// The names of php-fpm, and the words that keep it in front or let it end on
// purpose.
var (
	fpm      = []string{"php-fpm", "php-fpm[0-9]", "php-fpm[0-9].[0-9]", "php-fpm[0-9][0-9]", "php[0-9]-fpm", "php[0-9].[0-9]-fpm"}
	fpmFront = []string{"-F", "--nodaemonize", "-t", "--test", "-v", "--version", "-i", "-m", "-h", "--help"}
)

// table is read in order, the first row with the name and one of the words
// of back counts. A word such as -f in front is found in -vf too; one with a
// blank is looked for in the whole command line.
//
// sshd, apache2, lighttpd, dnsmasq, named, postfix, haproxy and redis-server
// were measured in containers with Debian's packages; the rest is as the manual
// of each says.
var table = []Daemon{
	{
		Names: []string{"nginx", "openresty", "nginx-debug"}, Text: "-g", Front: []string{"daemon off", "-t", "-T", "-v", "-V", "-s", "-h"},
		Config: []string{"/etc/nginx", "/usr/local/nginx/conf", "/usr/local/openresty/nginx/conf", "/opt/nginx"}, Own: []string{"/etc/nginx/nginx.conf", "/usr/local/nginx/conf/nginx.conf"}, Files: []string{"nginx.conf"}, Say: []string{"daemon off"},
		Syntax: nginxSyntax, Add: []string{"-g", "daemon off;"}, Source: "nginx documentation, directive daemon",
	},
	{
		Names: []string{"httpd", "apache2ctl", "apachectl"}, Back: []string{"-k start", "-k restart", "-k graceful"},
		Front: apacheFront, Drop: []string{"-k", "start", "restart", "graceful"}, Add: []string{"-D", "FOREGROUND"}, Source: "httpd(8)",
	},
	{
		Names: []string{"apache2ctl", "apachectl"}, Back: []string{"start", "restart", "graceful"}, // without a word it prints its usage
		Front: apacheFront, Drop: []string{"start", "restart", "graceful"}, Add: []string{"-D", "FOREGROUND"}, Source: "apachectl(8)",
	},
	{
		Names: []string{"httpd"}, Front: append([]string{"start"}, apacheFront...), // httpd start prints its usage
		Add: []string{"-D", "FOREGROUND"}, Source: "httpd(8)",
	},
	{
		Names: fpm, Back: []string{"-D", "--daemonize"}, Letter: "c:d:ehimny:tp:g:RFDO?vz:", Front: fpmFront, // whatever the configuration says
		Drop: []string{"-D", "--daemonize"}, Add: []string{"-F"}, Source: "php, sapi/fpm/fpm/fpm_main.c",
	},
	{
		Names: fpm, Front: fpmFront,
		Config: []string{"/etc/php", "/usr/local/etc/php", "/opt/remi", "/etc/opt/remi"}, Files: []string{"php-fpm", "www.conf", "zz-"}, Say: []string{"daemonize", "--enable-fpm"}, // built from source it has no configuration
		Syntax: fpmSyntax, Add: []string{"-F"}, Source: "php-fpm(8)",
	},
	{Names: []string{"cron"}, Front: []string{"-f", "-x"}, Add: []string{"-f"}, Source: "Debian cron(8)"},
	{Names: []string{"busybox httpd"}, Front: []string{"-f", "-i"}, Add: []string{"-f"}, Source: "busybox httpd"},
	{Names: []string{"crond", "busybox crond"}, Front: []string{"-f", "-n", "-d", "-x", "-V", "-h"}, Add: []string{"-f"}, Source: "busybox crond, cronie crond(8); cronie calls it -n, and since 1.5.1 -f too"},
	{Names: []string{"sshd"}, Front: []string{"-D", "-d", "-t", "-T", "-i", "-G", "-V"}, Add: []string{"-D"}, Source: "sshd(8)"},
	{Names: []string{"dropbear"}, Front: []string{"-F", "-i"}, Add: []string{"-F"}, Source: "dropbear(8)"},
	{
		Names: []string{"supervisord"}, Front: []string{"-n", "--nodaemon", "-v", "--version", "-h", "--help"},
		Config: []string{"/etc/supervisor", "/usr/etc/supervisord.conf", "/usr/local/etc/supervisord"}, Own: []string{"/etc/supervisor/supervisord.conf", "/etc/supervisord.conf"}, Files: []string{"supervisor"},
		Say:    []string{"nodaemon", "supervisord.conf", "pip install", "pip3 install", "easy_install"},
		Syntax: supervisorSyntax, Add: []string{"-n"}, Source: "supervisord documentation, nodaemon",
	},
	{
		Names: []string{"service", "invoke-rc.d", "rc-service"}, Back: []string{"start", "restart"}, Front: []string{"-n"},
		Config: []string{"/etc/init.d", "/usr/sbin/service", "/sbin/service"}, Source: "service(8)",
	},
	{
		Names: []string{"systemctl"}, Back: []string{"start", "restart"}, Front: []string{},
		Config: []string{"/bin/systemctl", "/usr/bin/systemctl"}, Files: []string{"systemctl"}, Say: []string{"systemctl.py", "systemctl3.py", "bin/systemctl"}, Source: "systemctl(1)",
	},
	{
		Names: []string{"redis-server"}, Back: []string{"--daemonize yes"}, Add: []string{"--daemonize", "no"}, Source: "redis.conf",
	},
	{
		Names: []string{"redis-server"}, Back: []string{"/etc/redis/redis.conf", "/etc/redis.conf"}, Front: []string{"--daemonize"},
		Config: []string{"/etc/redis"}, Own: []string{"/etc/redis/redis.conf", "/etc/redis.conf"}, Files: []string{"redis"}, Say: []string{"daemonize"}, Add: []string{"--daemonize", "no"}, Source: "redis.conf of Debian: daemonize yes",
	},
	{Names: []string{"mysqld", "mariadbd"}, Back: []string{"--daemonize"}, Source: "mysqld documentation"},
	{Names: []string{"gunicorn"}, Back: []string{"--daemon", "-D"}, Letter: "c:b:w:k:t:Du:g:m:n:p:e:Rvh", Source: "gunicorn documentation, settings"},
	{Names: []string{"uwsgi"}, Back: []string{"--daemonize", "-d"}, Value: true, Source: "uWSGI documentation, options"},
	{Names: []string{"celery"}, Back: []string{"multi start", "multi restart"}, Use: "Start one worker itself, which stays in front, such as `celery -A proj worker`", Source: "celery(1)"},
	{Names: []string{"celery"}, Back: []string{"--detach"}, Source: "celery(1)"},
	{Names: []string{"unicorn", "unicorn_rails"}, Back: []string{"-D", "--daemonize"}, Letter: "e:dwI:r:o:p:E:NDs:l:c:hv", Source: "unicorn(1)"},
	{Names: []string{"rackup"}, Back: []string{"-D", "--daemonize"}, Source: "rackup --help"},
	{Names: []string{"thin"}, Back: []string{"-d", "--daemonize"}, Source: "thin --help"},
	{Names: []string{"memcached"}, Back: []string{"-d", "--daemon"}, Letter: "a:Ap:s:U:m:McekhirvVdl:u:P:f:n:t:D:LR:Cb:B:I:SFX:o:N:YZ", Source: "memcached(1)"},
	{Names: []string{"mosquitto"}, Back: []string{"-d", "--daemon"}, Source: "mosquitto(8)"}, //nolint:misspell // the broker's name
	{Names: []string{"mongod", "mongos"}, Back: []string{"--fork"}, Source: "mongod(1)"},
	{Names: []string{"haproxy"}, Back: []string{"-D"}, Source: "HAProxy management guide, 3"},
	{
		Names: []string{"haproxy"}, Back: []string{"/etc/haproxy/haproxy.cfg"}, Front: []string{"-db", "-c", "-v"},
		Config: []string{"/etc/haproxy"}, Own: []string{"/etc/haproxy/haproxy.cfg"}, Files: []string{"haproxy"}, Say: []string{"haproxy.cfg"}, Add: []string{"-db"}, Source: "haproxy.cfg of Debian: daemon",
	},
	{Names: []string{"openvpn"}, Back: []string{"--daemon"}, Source: "openvpn(8)"},
	{Names: []string{"screen"}, Back: []string{"-dm", "-dmS", "-d -m"}, Use: "Start the program itself, or with -Dm, which stays in front", Source: "screen(1)"},
	{Names: []string{"tmux"}, Back: []string{"new-session -d", "new -d"}, Front: []string{"attach", "-C"}, Use: "Start the program itself", Source: "tmux(1)"},
	{Names: []string{"start-stop-daemon"}, Back: []string{"-b", "--background"}, Source: "start-stop-daemon(8)"},
	{Names: []string{"pm2"}, Back: []string{"start", "startOrRestart", "startOrReload", "resurrect"}, Front: []string{"--no-daemon", "--attach"}, Add: []string{"--no-daemon"}, Source: "pm2 documentation, pm2-runtime"},
	{Names: []string{"forever"}, Back: []string{"start"}, Use: "Start it with `forever` and without `start`", Source: "forever README: start runs the script as a daemon"},
	{Names: []string{"rsyslogd"}, Front: []string{"-n", "-N", "-v"}, Add: []string{"-n"}, Source: "rsyslogd(8)"},
	{Names: []string{"syslog-ng"}, Front: []string{"-F", "--foreground", "--process-mode=foreground", "-s", "-V"}, Add: []string{"-F"}, Source: "syslog-ng(8)"},
	{Names: []string{"lighttpd"}, Front: []string{"-D", "-t", "-v", "-V", "-h", "-1", "-i"}, Add: []string{"-D"}, Source: "lighttpd(8)"},
	{
		Names: []string{"dnsmasq"}, Front: []string{"-k", "--keep-in-foreground", "-d", "--no-daemon", "--test", "-v"}, Config: []string{"/etc/dnsmasq"}, Own: []string{"/etc/dnsmasq.conf"}, Files: []string{"dnsmasq"}, Say: []string{"keep-in-foreground", "no-daemon"},
		Add: []string{"-k"}, Source: "dnsmasq(8)",
	},
	{Names: []string{"named"}, Front: []string{"-f", "-g", "-v", "-V"}, Add: []string{"-f"}, Source: "named(8)"},
	{Names: []string{"postfix"}, Back: []string{"start"}, Use: "Start it with `postfix start-fg`, which stays in front (postfix 3.3 and later)", Source: "postfix(1), start-fg since 3.3"},
	{Names: []string{"smbd", "nmbd", "winbindd"}, Front: []string{"-F", "--foreground", "-i", "--interactive", "-S", "-b", "-V"}, Add: []string{"--foreground", "--no-process-group"}, Source: "smbd(8)"},
	{Names: []string{"proftpd"}, Front: []string{"-n", "--nodaemon", "-t", "-v", "-q"}, Files: []string{"proftpd"}, Add: []string{"--nodaemon"}, Source: "proftpd(8)"},
	{Names: []string{"slapd"}, Front: []string{"-d", "-T", "-V", "-?"}, Add: []string{"-d", "0"}, Source: "slapd(8)"},
	{Names: []string{"dovecot"}, Front: []string{"-F", "-n", "-a", "stop", "reload", "--version"}, Add: []string{"-F"}, Source: "dovecot(1)"},
	{Names: []string{"asadmin"}, Back: []string{"start-domain"}, Front: []string{"-v", "--verbose", "-w", "--watchdog"}, Add: []string{"--verbose"}, Source: "GlassFish documentation, start-domain"},
	{Names: []string{"catalina.sh"}, Back: []string{"start"}, Use: "Start it with `catalina.sh run`, which stays in front", Source: "catalina.sh"},
	{Names: []string{"neo4j"}, Back: []string{"start"}, Use: "Start it with `neo4j console`, which stays in front", Source: "Neo4j documentation"},
	{Names: []string{"pg_ctl"}, Back: []string{"start"}, Use: "Start `postgres` itself, which stays in front", Source: "pg_ctl(1)"},
	{Names: []string{"pg_ctlcluster"}, Back: []string{"start"}, Front: []string{"--foreground"}, Add: []string{"--foreground"}, Source: "pg_ctlcluster(1)"},
	{Names: []string{"rabbitmq-server"}, Back: []string{"-detached"}, Source: "rabbitmq-server(8)"},
	{Names: []string{"elasticsearch"}, Back: []string{"-d", "--daemonize"}, Source: "Elasticsearch documentation"},
	{Names: []string{"vncserver", "tightvncserver"}, Front: []string{"-fg", "-kill", "-list", "-help"}, Add: []string{"-fg"}, Files: []string{"vnc"}, Source: "TigerVNC vncserver(1)"},
	{Names: []string{"caddy"}, Back: []string{"start"}, Use: "Start it with `caddy run`, which stays in front", Source: "Caddy documentation, command line"},
	{Names: []string{"squid", "squid3"}, Front: []string{"-N", "--foreground", "-z", "-k", "-v", "-h", "--help", "--version"}, Add: []string{"-N"}, Source: "squid(8)"},
	{Names: []string{"varnishd"}, Front: []string{"-F", "-d", "-C", "-V", "-x", "-?"}, Add: []string{"-F"}, Source: "varnishd(1)"},
	{
		Names: []string{"unbound"}, Front: []string{"-d", "-h", "-V"},
		Config: []string{"/etc/unbound", "/usr/local/etc/unbound", "/opt/unbound"}, Own: []string{"/etc/unbound/unbound.conf"}, Files: []string{"unbound"}, Say: []string{"do-daemonize"},
		Syntax: unboundSyntax, Add: []string{"-d"}, Source: "unbound(8), unbound.conf(5)",
	},
	{Names: []string{"privoxy"}, Front: []string{"--no-daemon", "--help", "--version", "--config-test"}, Use: "Start it with `--no-daemon` in front of its configuration", Source: "Privoxy manual, command line options"},
	{Names: []string{"ntpd", "busybox ntpd"}, Front: []string{"-n", "--nofork", "-d", "-q", "--quit", "-v", "-V", "-h", "-?", "--help", "--version"}, Use: "Start it with the option that keeps it in front: -n, that of OpenNTPD is -d", Source: "ntpd(8) of NTP, OpenNTPD and busybox"},
	{Names: []string{"chronyd"}, Front: []string{"-d", "-n", "-q", "-Q", "-p", "-v", "-h", "--version", "--help"}, Add: []string{"-d"}, Source: "chronyd(8)"},
}
