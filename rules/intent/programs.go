package intent

import (
	"path"
	"slices"
	"strings"
)

// takers take the words behind them as arguments of their own and never run
// them as a command. Source: the synopsis in the manual of each; bash, echo,
// perl and python were measured. What can run other commands (npx, bundle,
// poetry, ssh, docker, busybox …) is left out.
var takers = []string{
	// servers
	"apache2", "apache2ctl", "apachectl", "beanstalkd", "bitcoind", "caddy", "consul", "cron", "crond", "dhcpd", "dnsmasq", "envoy", "etcd",
	"exim", "fluentd", "frps", "geth", "grafana-server", "haproxy", "httpd", "httpd-foreground", "influxd", "lighttpd", "memcached", "mongod",
	"mosquitto", //nolint:misspell // the broker's name
	"murmurd", "mysqld", "mysqld_safe", "named", "nats-server", "nginx", "oauth2_proxy", "openresty", "openvpn", "php-fpm",
	"postgres", "prometheus", "redis-server", "rsyslogd", "slapd", "squid", "sshd", "sslocal", "ssserver", "supervisord", "td-agent", "tor",
	"traefik", "unbound", "varnishd", "vault", "vsftpd", "xmrig",
	// application servers and site generators
	"celery", "daphne", "flask", "gunicorn", "hugo", "hypercorn", "jekyll", "jupyter", "mkdocs", "puma", "rackup", "rails", "uvicorn", "uwsgi",
	// build tools and tests
	"ant", "bower", "composer", "eslint", "flake8", "go", "gradle", "grunt", "gulp", "jest", "make", "mocha", "mvn", "npm", "phpcs", "phpunit",
	"pnpm", "protoc", "pytest", "rspec", "sass", "sbt", "tox", "yarn",
	// tools
	"ansible", "ansible-playbook", "aws", "cat", "certbot", "chkrootkit", "cowsay", "curl", "duplicity", "echo", "ffmpeg", "figlet", "flyway",
	"gcloud", "git", "grep", "helm", "iperf", "iperf3", "jq", "kubectl", "ls", "man", "mongo", "mysql", "nmap", "openssl", "packer", "pandoc",
	"ping", "printf", "psql", "redis-cli", "sleep", "socat", "tail", "terraform", "wget", "youtube-dl", "yt-dlp",
}

// interpreter reports whether a program runs another one, written in its
// language, and gives it the words behind it; without one, the first of these
// words is taken for it. code is the letters of the options that bring the
// program on the command line. Source: the manual of each.
func interpreter(name string) (code string, ok bool) {
	switch name {
	case "ash", "bash", "dash", "fish", "ksh", "sh", "zsh", "pypy", "python":
		return "c", true
	case "bun", "lua", "ruby", "Rscript":
		return "e", true
	case "node", "nodejs":
		return "ep", true
	case "perl":
		return "eE", true
	case "php":
		return "rBER", true
	case "dotnet", "java", "mono", "tclsh":
		return "", true
	}
	return "", false
}

// shells are the interpreters whose programs are scripts that may do anything.
var shells = []string{"ash", "bash", "dash", "fish", "ksh", "sh", "zsh"}

// launchers are words in the names of files that are likely to run what they
// are given, and subcommands that do.
var launchers = []string{"entry", "init", "start", "run", "boot", "launch", "wrap", "docker", "setup", "wait", "exec", "dlx"}

// carriers run a command behind options or a subcommand of theirs, so that CMD
// may begin with any program. Source: the synopsis in the manual of each.
var carriers = []string{
	"aws-vault", "bundle", "busybox", "chamber", "conda", "ddtrace-run", "direnv", "docker", "doppler", "dotenv", "dotenvx", "envconsul",
	"exec", "flock", "infisical", "kubectl", "mamba", "micromamba", "newrelic-admin", "nix", "nix-shell", "npx", "numactl", "op",
	"opentelemetry-instrument", "pdm", "pipenv", "poetry", "rbenv", "scl", "ssh", "strace", "time", "uv", "uvx", "with-contenv", "xargs",
}

// anything are takers whose arguments may be any word, also the name of a
// program.
var anything = []string{"cat", "certbot", "cowsay", "echo", "figlet", "grep", "ls", "make", "man", "printf", "tail", "sleep"}

// packageManagers run node themselves where it is their first argument.
var packageManagers = []string{"bun", "npm", "pnpm", "yarn"}

// managers run services of their own, with a command behind them or without.
// Source: the README of just-containers/s6-overlay and phusion/baseimage-docker.
var managers = []string{"/init", "my_init"}

// idle are the programs of a CMD that waits for a person or prints a help
// text: nobody misses it. Source: the CMD of the official images.
var idle = []string{
	"ash", "bash", "dash", "fish", "sh", "zsh", // alpine, debian, fedora, gcc, golang, rust …
	"clj", "clojure", "composer", "erl", "ghci", "gradle", "groovysh", "hy", "iex", "irb", "jshell", "julia", "lein", "mvn", "node",
	"perl", "php", "pypy", "python", "R", "raku", "sbt", "scala", "swipl", "--help", "-h", "help", "--version",
}

// nameOf is the name of a program without folder and version: python for
// /usr/bin/python3.12.
func nameOf(argv0 string) string {
	name := path.Base(argv0)
	return name[:max(1, len(strings.TrimRight(name, "0123456789.")))]
}

// listed reports whether a table has a program, with its version or without.
func listed(table []string, argv0 string) bool {
	return slices.Contains(table, path.Base(argv0)) || slices.Contains(table, nameOf(argv0))
}

// isIdle reports whether a CMD is one nobody misses.
func isIdle(argv []string) bool {
	if !listed(idle, argv[0]) {
		return false
	}
	return len(argv) == 1 || argv[1] == "repl" || argv[1] == "help" || onlyOptions(argv[1:])
}

// onlyOptions reports whether words bring no program: perl -de0, php -a, bash -l.
func onlyOptions(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.HasPrefix(w, "-") || w == "-c" || w == "-jar" })
}
