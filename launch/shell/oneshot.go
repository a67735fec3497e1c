package shell

import (
	"slices"
	"strings"
)

// oneShot are commands that end by themselves: they are not what a container
// is started for, so it does not matter whether they replace the shell.
var oneShot = []string{
	"[", "addgroup", "adduser", "ansible-playbook", "apk", "apt", "apt-get",
	"basename", "cat", "chgrp", "chmod", "chown", "chpasswd", "clear",
	"cmp", "cp", "curl", "cut", "date", "df", "diff", "dirname", "du", "echo", "false", "file", "find", "grep", "groupadd",
	"gunzip", "gzip", "head", "hostname", "id", "install", "invoke-rc.d", "kill", "ln", "ls", "md5sum", "mkdir", "mkfifo", "mktemp",
	"mongodump", "mongoimport", "mongorestore", "mv", "mysqldump", "pg_dump", "pg_restore",
	"printenv", "printf", "ps", "pwd", "readlink", "realpath", "rm", "rmdir", "rsync", "sed", "seq", "service", "sha256sum",
	"sort", "ssh-keygen", "stat", "sync", "sysctl", "systemctl", "tar", "test", "touch", "tr", "true", "uname", "uniq", "unzip",
	"update-ca-certificates", "useradd", "usermod", "wc", "wget", "which", "whoami", "yum",
}

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
	return !Builtin(name) && !slices.Contains(oneShot, name)
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
