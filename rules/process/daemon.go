package process

import (
	"path"
	"slices"
	"strings"
)

// daemonOf finds what puts a command line into the background: the row, and
// the words of the line that do it, none where the program does it by itself.
func daemonOf(main step) (daemon, string, bool) {
	argv := main.argv()
	if !installed(main.Argv[0]) {
		return daemon{}, "", false
	}
	for i := range daemons {
		d := &daemons[i]
		if !d.named(path.Base(argv[0])) {
			continue
		}
		word, ok := d.goesBack(argv[1:])
		if ok && !d.staysInFront(argv[1:]) && (len(d.front) == 0 || len(main.Expands) == 0) {
			return *d, word, true
		}
	}
	return daemon{}, "", false
}

// argv is the command line with the name of its program first: that of an
// applet of busybox, and service for what does the same.
func (s step) argv() []string {
	argv := s.Argv
	if len(argv) > 1 && path.Base(argv[0]) == "busybox" {
		return append([]string{"busybox " + argv[1]}, argv[2:]...)
	}
	if initScript(argv) {
		return append([]string{"service", path.Base(argv[0])}, argv[1:]...)
	}
	return argv
}

// installed reports whether a program is looked for where packages put theirs,
// not among the files of the user.
func installed(program string) bool {
	dir := path.Dir(program)
	if !strings.Contains(program, "/") || strings.HasSuffix(dir, "node_modules/.bin") {
		return true
	}
	return slices.ContainsFunc([]string{"/bin", "/sbin", "/usr", "/opt", "/etc"}, func(folder string) bool {
		return dir == folder || strings.HasPrefix(dir, folder+"/")
	})
}

// initScript is about /etc/init.d/nginx start.
func initScript(argv []string) bool {
	return slices.Contains([]string{"/etc/init.d", "/etc/rc.d/init.d"}, path.Dir(argv[0]))
}

func (d *daemon) named(name string) bool {
	return slices.ContainsFunc(d.names, func(pattern string) bool {
		if pattern == name {
			return true
		}
		if name == "" || pattern[0] != name[0] { // none begins with a wildcard
			return false
		}
		ok, _ := path.Match(pattern, name)
		return ok
	})
}

// goesBack reports whether the arguments put the program into the background,
// and which of them.
func (d *daemon) goesBack(args []string) (string, bool) {
	line := " " + strings.Join(args, " ") + " "
	for _, words := range d.back {
		if strings.Contains(line, " "+words+" ") {
			return words, true
		}
	}
	return "", len(d.back) == 0
}

func (d *daemon) staysInFront(args []string) bool {
	line := strings.Join(args, " ")
	for _, words := range d.front {
		switch {
		case !strings.HasPrefix(words, "-"):
			if strings.Contains(line, words) {
				return true
			}
		case slices.ContainsFunc(args, func(arg string) bool { return hasOption(arg, words) }):
			return true
		}
	}
	return slices.ContainsFunc(args, func(arg string) bool { return strings.Contains(arg, "$") })
}

// hasOption finds --name and --name=value; -n also among other letters.
func hasOption(arg, option string) bool {
	if arg == option || strings.HasPrefix(arg, option+"=") {
		return true
	}
	letters := strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--")
	return letters && len(option) == 2 && strings.Contains(arg[1:], option[1:])
}
