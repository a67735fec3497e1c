package shell

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// oneShot are commands that end by themselves: they are not what a container
// is started for, so it does not matter whether they replace the shell.
const oneShot wordset.Set = `[ addgroup adduser alembic ansible-playbook apk apt apt-get aws az basename bzip2 cat certbot chgrp chmod chown chpasswd
	clear cmp cp cqlsh createdb curl cut cypress date df diff dig dirname du echo envsubst eslint false file find flyway gcloud gpg grep groupadd gsutil
	gunzip gzip hadolint head helm host hostname id initdb install invoke-rc.d jq kcadm.sh kill liquibase ln ls md5sum mkdir mkfifo mktemp mongo mongodump
	mongoimport mongorestore mongosh mv mysql mysqladmin mysqldump newman nslookup pandoc patch pg_basebackup pg_dump pg_dumpall pg_isready pg_restore
	prettier printenv printf ps psql pwd readlink realpath redis-cli restic rm rmdir rsync s3cmd scp sed seq service sha256sum skopeo sort sqlite3
	ssh-keygen ssh-keyscan stat sync sysctl systemctl tar terraform terragrunt test timeout touch tr trivy true tsc uname uniq unzip
	update-ca-certificates useradd usermod wc wget which whoami wp xz yq yum zip`

// LongRunning reports whether the command can be one a container is started
// for: no builtin, no program known to end at once, and not asked for a word of
// help.
func (c Simple) LongRunning() bool {
	if len(c.Words) == 0 || c.asksForHelp() {
		return false
	}
	name := c.Name()
	switch {
	case name == "env":
		c.Words = behindEnv(c.Words[1:])
		return c.LongRunning()
	case strings.HasPrefix(c.Words[0].Value, "/etc/init.d/"): // starts a service and ends
		return false
	}
	return !Builtin(name) && !oneShot.Has(name) && !c.asksForLittle()
}

// asksForLittle is about programs that go on or end, by what they are asked for:
// ping without a number goes on, R -e with an expression that serves nothing ends.
func (c Simple) asksForLittle() bool {
	switch c.Name() {
	case "ping":
		return c.has("-c")
	case "nc":
		return c.has("-z")
	case "git":
		return !c.has("daemon")
	case "openssl":
		return !c.has("s_server")
	case "R", "Rscript":
		return c.has("-e") && !slices.ContainsFunc(c.Words, servesInR)
	}
	return false
}

// servesInR reports whether an expression of R may start a server, as
// shiny::runApp() does.
func servesInR(w Word) bool {
	text := strings.ToLower(w.Value)
	serves := func(word string) bool { return strings.Contains(text, word) }
	return !w.Literal || slices.ContainsFunc([]string{"run", "serv", "listen", "start", "plumb", "source"}, serves)
}

func (c Simple) has(word string) bool {
	return slices.ContainsFunc(c.Words, func(w Word) bool { return w.Value == word })
}

// asksForHelp is about srv --version and the like.
func (c Simple) asksForHelp() bool {
	switch c.Words[len(c.Words)-1].Value {
	case "--version", "--help":
		return true
	case "-V", "-version", "version", "help", "--formats", "--list":
		return len(c.Words) == 2
	case "-v":
		return len(c.Words) == 2 && slices.Contains([]string{"node", "npm", "perl", "php", "ruby"}, c.Name())
	}
	return false
}

// behindEnv takes off the options of env and its NAME=value words.
func behindEnv(words []Word) []Word {
	for len(words) > 0 && (strings.HasPrefix(words[0].Src, "-") || strings.Contains(words[0].Src, "=")) {
		words = words[1:]
	}
	return words
}

// Idle reports whether the command only keeps the container up: sleep, tail,
// or a shell without a script. As process 1 it ignores the stop signal too.
func (c Simple) Idle() bool {
	switch c.Name() {
	case "sleep", "tail", "tailf":
		return true
	case "sh", "ash", "bash", "dash", "fish", "ksh", "zsh":
		rest := c.Words[1:]
		if len(rest) > 1 && (rest[0].Value == "--rcfile" || rest[0].Value == "--init-file") {
			rest = rest[2:]
		}
		return !slices.ContainsFunc(rest, func(w Word) bool { return !strings.HasPrefix(w.Src, "-") })
	}
	return false
}
