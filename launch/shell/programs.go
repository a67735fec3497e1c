package shell

import (
	"slices"
	"strings"
)

// programs are well-known ones that containers are started for, or that start
// others: nobody gives a function such a name.
var programs = []string{
	"airflow", "alembic", "amqproxy", "ansible", "apache2", "apache2ctl", "apachectl", "artisan", "asadmin", "asterisk", "autossh", "bash",
	"bun", "bundle", "bunx", "busybox", "caddy", "cargo", "cassandra", "catalina", "celery", "certbot", "chisel", "chpst", "chromium", "chronyd", "clamd",
	"clickhouse-server", "composer", "consul", "coredns", "couchdb", "cron", "crond", "daphne", "dart", "dask-scheduler", "dask-worker", "deno",
	"django-admin", "dnsmasq", "dockerd", "dockerize", "dotnet", "dovecot", "dumb-init", "elasticsearch", "elixir", "envoy", "erl", "etcd", "exim",
	"exim4", "fastapi", "flask", "fluentd", "foreman", "freeswitch", "freshclam", "gearmand", "gitea", "go", "gosu", "gradle", "grafana-server", "granian",
	"gunicorn", "gulp", "haproxy", "hardhat", "httpd", "hypercorn", "icecast2", "influxd", "iex", "inetd", "influx", "irb", "java", "jekyll", "jupyter",
	"jupyter-lab", "jupyter-notebook", "jupyterhub", "kafka-server-start", "keepalived", "kibana", "kubectl", "lighttpd", "litestream", "logstash",
	"localstack", "mariadbd", "mattermost", "memcached", "minio", "mitmproxy", "mix", "mkdocs", "mongo", "mongod", "mongos", "mvn", "mysqld",
	"mosquitto", //nolint:misspell // the broker's name
	"mysqld_safe", "named", "nats-server", "neo4j", "next", "nginx", "node", "nodejs", "nodemon", "npm", "npx", "nslcd", "ntpd", "nuxt", "odoo", "openresty",
	"openvpn", "passenger", "patroni", "perl", "pgbouncer", "php", "php-fpm", "php5-fpm", "php7-fpm", "pipenv", "pm2", "pm2-runtime", "pnpm", "poetry",
	"postfix", "postgres", "postgrest", "prefect", "privoxy", "prometheus", "proftpd", "puma", "pure-ftpd", "pwsh", "pypy", "pypy3", "pyspark", "python", "python2",
	"python3", "rabbitmq-server", "rackup", "rails", "rake", "redis-sentinel", "redis-server", "resque", "roscore", "roslaunch", "rosrun", "ros2", "rpcbind",
	"rqworker", "rsyslogd", "ruby", "runsv", "runsvdir", "s6-svscan", "s6-setuidgid", "saslauthd", "sanic", "sbt", "scrapyd", "screen", "setpriv", "setuidgid",
	"sh", "sidekiq", "slapd", "smbd", "socat", "solr", "spark-submit", "squid", "sshd", "ssserver", "start-stop-daemon", "stdbuf", "streamlit", "strfry",
	"stunnel", "stunnel4", "su", "su-exec", "sudo", "supercronic", "supervisord", "symfony", "syslogd", "syslog-ng", "tailscaled", "tcpserver",
	"telegraf", "thin", "tini", "tmux", "tor", "traefik", "tsx", "ts-node", "tsserver", "twistd", "unbound", "unicorn", "uvicorn", "uwsgi", "uv", "varnishd",
	"vault", "verdaccio", "vite", "vsftpd", "waitress-serve", "webpack", "wine", "wireguard", "wsgidav", "xinetd", "Xvfb", "xvfb-run", "yarn", "zkServer",
	"zookeeper", "zsh",
}

// Program reports whether a name is that of a well-known program, of any
// version: python3.11, php-fpm8.
func Program(name string) bool {
	return slices.Contains(programs, name) || slices.Contains(programs, strings.TrimRight(name, "0123456789.-"))
}
