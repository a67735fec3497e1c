package shell

import (
	"slices"
	"strings"
)

// oneShot are commands that end by themselves: they are not what a container
// is started for, so it does not matter whether they replace the shell.
var oneShot = []string{
	"[", "addgroup", "adduser", "apk", "apt", "apt-get", "basename", "cat", "chgrp", "chmod", "chown", "chpasswd", "clear",
	"cmp", "cp", "curl", "cut", "date", "df", "diff", "dirname", "du", "echo", "false", "file", "find", "grep", "groupadd",
	"gunzip", "gzip", "head", "hostname", "id", "install", "invoke-rc.d", "kill", "ln", "ls", "md5sum", "mkdir", "mkfifo", "mktemp",
	"mv", "printenv", "printf", "ps", "pwd", "readlink", "realpath", "rm", "rmdir", "rsync", "sed", "seq", "service", "sha256sum",
	"sort", "stat", "sync", "sysctl", "systemctl", "tar", "test", "touch", "tr", "true", "uname", "uniq", "unzip",
	"update-ca-certificates", "useradd", "usermod", "wc", "wget", "which", "whoami", "yum",
}

// LongRunning reports whether the command can be one a container is started
// for: no builtin, and no program known to end at once.
func (c Simple) LongRunning() bool {
	if len(c.Words) == 0 {
		return false
	}
	name := c.Name()
	if name == "env" {
		c.Words = behindEnv(c.Words[1:])
		return c.LongRunning()
	}
	return !Builtin(name) && !slices.Contains(oneShot, name)
}

// behindEnv takes off the options of env and its NAME=value words.
func behindEnv(words []Word) []Word {
	for len(words) > 0 && (strings.HasPrefix(words[0].Src, "-") || strings.Contains(words[0].Src, "=")) {
		words = words[1:]
	}
	return words
}
