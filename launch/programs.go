package launch

import (
	"path"
	"slices"
	"strings"
)

// Program is one that starts another program, named by its arguments.
type Program struct {
	Name     string
	Kind     Kind     // Init or Wrapper
	Hop      Hop      // whether it replaces itself by the program it starts
	Values   []string // options whose value is a word of its own
	Operands int      // words before the command, such as the user of gosu
	User     bool     // it starts the command as another user
	Env      bool     // NAME=value words may stand before the command
	Unread   []string // options that change what is started
	Source   string   // where this can be read

	init *initOptions // of an init program; nil where they are not read
}

// programs that start another one. What is not listed is taken for the
// program itself.
var programs = []Program{
	{Name: "tini", Kind: Init, Hop: Child, init: tiniOptions, Source: "tini README"},
	{Name: "tini-static", Kind: Init, Hop: Child, init: tiniOptions, Source: "tini README"},
	{Name: "docker-init", Kind: Init, Hop: Child, init: tiniOptions, Source: "tini, as docker run --init has it"},
	{Name: "dumb-init", Kind: Init, Hop: Child, init: dumbInitOptions, Source: "dumb-init README"},
	{Name: "catatonit", Kind: Init, Hop: Child, init: catatonitOptions, Source: "catatonit README"},
	{Name: "my_init", Kind: Init, Hop: Child, Source: "phusion/baseimage README"},
	{Name: "env", Kind: Wrapper, Hop: Exec, Values: []string{"-u", "-C", "-S"}, Env: true, Unread: []string{"-S", "--split-string"}, Source: "coreutils"},
	{Name: "gosu", Kind: Wrapper, Hop: Exec, Operands: 1, User: true, Source: "gosu README"},
	{Name: "su-exec", Kind: Wrapper, Hop: Exec, Operands: 1, User: true, Source: "su-exec README"},
	{Name: "setpriv", Kind: Wrapper, Hop: Exec, User: true, Source: "util-linux setpriv(1)"},
	{Name: "setuidgid", Kind: Wrapper, Hop: Exec, Operands: 1, User: true, Source: "daemontools, busybox"},
	{Name: "chpst", Kind: Wrapper, Hop: Exec, Values: []string{"-u", "-U", "-b", "-e", "-/", "-n", "-m", "-d", "-o", "-p", "-f", "-c", "-t"}, User: true, Source: "runit chpst(8)"},
	{Name: "s6-setuidgid", Kind: Wrapper, Hop: Exec, Operands: 1, User: true, Source: "s6 documentation"},
	{Name: "nice", Kind: Wrapper, Hop: Exec, Values: []string{"-n"}, Source: "coreutils"},
	{Name: "ionice", Kind: Wrapper, Hop: Exec, Values: []string{"-c", "-n"}, Source: "util-linux ionice(1)"},
	{Name: "nohup", Kind: Wrapper, Hop: Exec, Source: "coreutils"},
	{Name: "stdbuf", Kind: Wrapper, Hop: Exec, Values: []string{"-i", "-o", "-e"}, Source: "coreutils"},
	{Name: "chroot", Kind: Wrapper, Hop: Exec, Operands: 1, Source: "coreutils"},
	{Name: "taskset", Kind: Wrapper, Hop: Exec, Operands: 1, Source: "util-linux taskset(1)"},
	{Name: "setsid", Kind: Wrapper, Hop: Unknown, Source: "util-linux setsid(1): forks as group leader, which process 1 is; measured: the container ends at once"},
	{Name: "unbuffer", Kind: Wrapper, Hop: Child, Source: "expect unbuffer(1)"},
	{Name: "timeout", Kind: Wrapper, Hop: Child, Values: []string{"-s", "-k"}, Operands: 1, Source: "coreutils"},
	{Name: "sudo", Kind: Wrapper, Hop: Child, Values: []string{"-u", "-g", "-h", "-p", "-C", "-r", "-t", "-D", "-T", "-U", "--user", "--group"}, Env: true, User: true, Source: "sudo(8)"},
	{Name: "runuser", Kind: Wrapper, Hop: Child, Values: []string{"-u", "--user", "-g", "--group", "-G", "--supp-group"}, User: true, Source: "util-linux runuser(1)"},
	{Name: "dockerize", Kind: Wrapper, Hop: Child, Values: []string{"-template", "-wait", "-timeout", "-stdout", "-stderr", "-wait-retry-interval", "-delims"}, Source: "jwilder/dockerize README"},
	{Name: "xvfb-run", Kind: Wrapper, Hop: Child, Values: []string{"-e", "-f", "-n", "-p", "-s", "-w"}, Source: "Debian xvfb-run(1)"},
}

// ProgramOf returns the entry of a program that starts another one.
func ProgramOf(argv0 string) (Program, bool) {
	name := path.Base(argv0)
	for i := range programs { // not by value: a row is large
		if programs[i].Name == name {
			return programs[i], true
		}
	}
	return Program{}, false
}

// Command returns the index, in argv, of the program that p is to start; false
// where none is named.
func (p Program) Command(argv []string) (int, bool) {
	if p.init != nil {
		_, command := p.init.Read(argv)
		return command, command < len(argv)
	}
	operands := p.Operands
	for i := 1; i < len(argv); i++ {
		word := argv[i]
		switch {
		case word == "--":
			return i + 1 + operands, i+1+operands < len(argv)
		case slices.Contains(p.Values, word) || p.takesNext(word):
			i++
		case strings.HasPrefix(word, "-") && len(word) > 1:
		case p.Env && strings.Contains(word, "="):
		case operands > 0:
			operands--
		default:
			return i, true
		}
	}
	return 0, false
}

// takesNext reports whether the last of several letters in a word, such as
// -EHu, is an option whose value is the next word.
func (p Program) takesNext(word string) bool {
	if !strings.HasPrefix(word, "-") || strings.HasPrefix(word, "--") {
		return false
	}
	for i, letter := range word[1:] {
		if slices.Contains(p.Values, "-"+string(letter)) {
			return i == len(word)-2
		}
	}
	return false
}

// unread reports whether the options in front of the command change what is
// known of the program.
func (p Program) unread(argv []string) bool {
	for _, word := range argv[1:] {
		if word == "--" || !strings.HasPrefix(word, "-") && !strings.Contains(word, "=") {
			return false
		}
		if slices.ContainsFunc(p.Unread, func(option string) bool { return strings.HasPrefix(word, option) }) {
			return true
		}
	}
	return false
}
