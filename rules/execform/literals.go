package execform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

// literal are programs whose words may look like a shell's syntax and are meant
// to reach them as they stand.
type literal struct {
	names  []string
	source string
}

var literals = []literal{
	{[]string{"find", "fd", "fdfind"}, "POSIX find: ; ends -exec, patterns are its own"},
	{[]string{"expr", "test", "[", "[[", "dpkg", "bc", "let"}, "POSIX expr, test; dpkg(1) --compare-versions: operators of their own"},
	{[]string{"awk", "gawk", "mawk", "sed", "jq", "yq", "grep", "egrep", "fgrep", "rg", "ag", "ack", "tclsh", "expect"}, "programs and expressions of their own"},
	{[]string{"xargs", "parallel", "entr"}, "xargs(1), parallel(1): the words are a command line of their own"},
	{[]string{"convert", "magick", "mogrify", "gm"}, "ImageMagick: patterns and operators of their own"},
	{[]string{"tmux", "byobu", "screen"}, "tmux(1): ; separates its commands"},
	{[]string{"watch", "ssh", "autossh"}, "watch(1), ssh(1): the words are joined and handed to a shell"},
	{[]string{"concurrently", "npm-run-all", "run-p", "run-s", "nodemon", "watchexec", "chokidar", "onchange", "reflex", "CompileDaemon", "nix-shell"}, "their documentation: command lines and patterns of their own"},
	{[]string{"redis-cli", "valkey-cli", "sqlite3", "mongo", "mongosh", "mysql", "mariadb", "psql", "gdb", "vim"}, "commands of their own: XREADGROUP … >"},
	{[]string{"pwsh", "powershell", "cmd", "fish", "xonsh", "nu", "elvish"}, "shells"},
	{[]string{"egison", "ghc", "guile", "sbcl", "clisp", "julia", "R", "Rscript", "octave", "erl", "elixir"}, "code of their languages"},
}

// takenAsTheyStand tells, for each word of a command line, whether a program in
// front of it wants it as it stands.
func takenAsTheyStand(l *launch.Launch, argv []string) []bool {
	taken := make([]bool, len(argv))
	seen := make([]bool, len(expanders))
	all, previous := false, ""
	for i, word := range argv {
		taken[i] = taken[i] || all || isCode(previous, word)
		name := strings.TrimSuffix(strings.ToLower(path.Base(word)), ".exe")
		for _, p := range literals {
			all = all || slices.Contains(p.names, path.Base(word)) || slices.Contains(p.names, name)
		}
		for j, e := range expanders {
			taken[i] = taken[i] || seen[j] && e.options != nil && e.reads(previous, word)
			seen[j] = seen[j] || slices.Contains(e.names, path.Base(word))
		}
		if sc, ok := l.ShellCommand(argv[i:]); ok {
			taken[i+sc.Text] = true
		}
		previous = word
	}
	return taken
}

// readOtherwise tells, for each word of a command line, whether it may be read
// as more than an argument: as code, as text for a shell, or not at all. It
// returns nil where that is not known, as for a script, which can split its
// arguments again.
func readOtherwise(c *rules.Command, to passed) []bool {
	if to.starts {
		to.script = to.script || isScriptName(to.prog.argv[0])
	}
	if to.script || !to.starts && (!to.start.Argv.Known || isScriptName(to.argv[0])) {
		return nil
	}
	taken := takenAsTheyStand(c.Launch, to.argv)
	for i, own := range ownTexts(c.Launch, to.argv) {
		taken[i] = taken[i] || own || to.lost.Contains(i)
	}
	return taken
}

func isScriptName(name string) bool {
	name = path.Base(name)
	return strings.HasSuffix(name, ".sh") || strings.HasSuffix(name, "_run") || scriptName.MatchString(name)
}

// takeFiles tells, for each word of a command line, whether it names a file for
// a program that does not look for patterns itself: an operand of a basic utility
// (POSIX), or the script of an interpreter.
func takeFiles(argv []string) []bool {
	files := make([]bool, len(argv))
	_, script, ok := scriptOf(argv)
	utility, java := false, false // what is nearest in front
	for i, word := range argv {
		switch {
		case utility:
			files[i] = true
		case java:
			files[i] = argv[i-1] == "-jar"
		default:
			files[i] = ok && script == i
		}
		switch name := path.Base(word); {
		case slices.Contains(utilities, name):
			utility, java = true, false
		case name == "java":
			utility, java = false, true
		case word == "--include" || word == "--exclude":
			utility = false
		}
	}
	return files
}

// utilities do with their operands as they are told.
var utilities = []string{
	"cat", "chgrp", "chmod", "chown", "cp", "gzip", "head", "less", "ln", "ls", "mkdir", "more", "mv", "rm", "rmdir", "sort", "tail", "touch", "wc",
}
