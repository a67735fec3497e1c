package launch

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/parser"
)

func (p *Process) programHop(l *Launch, prog Program) []string {
	p.Kind, p.Hop = prog.Kind, prog.Hop
	i, ok := prog.Command(p.Argv)
	switch {
	case prog.Hop == Unknown:
		p.Why = prog.Name + " ends as soon as it has started its command, unless it need not fork"
		return nil
	case !p.initHop(l, prog):
		return nil
	case prog.unread(p.Argv):
		p.Hop, p.Why = Unknown, "the options of "+prog.Name+" are not read"
		return nil
	case !ok:
		p.Hop, p.Why = None, prog.Name+" is given no command"
		return nil
	}
	switch {
	case prog.Hop == Exec:
		p.Why = prog.Name + " replaces itself by its command"
	case p.Group:
		p.Why = prog.Name + " passes signals on to its child's process group"
	case prog.Kind == Init:
		p.Why = prog.Name + " passes signals on to its child"
	default:
		p.Why = prog.Name + " stays and waits for its command"
	}
	p.taken(l.takenByTini(p))
	return p.Argv[i:]
}

// isOfficialEntrypoint reports whether argv begins with the known wrapper
// entrypoint of the base image, and no file of the user takes its place.
func (l *Launch) isOfficialEntrypoint(argv []string) bool {
	c := l.Root().Config
	n := len(c.Entrypoint)
	return c.Wrapper != "" && n > 0 && len(argv) >= n && slices.EqualFunc(argv[:n], c.Entrypoint, IsProgram) &&
		!l.Copies(c.Entrypoint[0])
}

// Copies reports whether COPY or ADD name a file like a program, in this stage
// or one it is built on: the program may be that file.
func (l *Launch) Copies(program string) bool {
	for p := l; p != nil; p = p.Base.Parent {
		for _, inst := range p.Stage.Instructions {
			if v := inst.Verb.Value; v != "COPY" && v != "ADD" {
				continue
			}
			if slices.ContainsFunc(inst.Words, func(w parser.Word) bool {
				return sameProgram(w.Value, program) && !strings.HasSuffix(w.Value, "/") // which is a folder
			}) {
				return true
			}
		}
	}
	return false
}

// IsProgram reports whether a word names a program of an image: by its name
// alone, by its path, or by another folder of the search path, where images keep
// links to their entrypoints. A path elsewhere is a file of that name.
func IsProgram(word, program string) bool {
	return sameProgram(word, program) && (word == program || word == path.Base(program) || searched(word) && searched(program))
}

func searched(program string) bool {
	switch path.Dir(program) {
	case "/", "/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin":
		return true
	}
	return !strings.Contains(program, "/")
}

func sameProgram(a, b string) bool { return path.Base(a) == path.Base(b) }

func (l *Launch) officialHop(p *Process) []string {
	root := l.Root()
	p.Kind, p.Hop = Wrapper, Exec
	rest := p.Argv[len(root.Config.Entrypoint):]
	p.Why = fmt.Sprintf("the entrypoint of %s ends with exec \"$@\"", root.Ref)
	if len(rest) == 0 {
		p.Hop, p.Why = None, p.Why+", and there are no arguments: it exits at once"
		return nil
	}
	front, known := inFront(root.Config, rest)
	switch {
	case !known:
		p.Hop, p.Why = Unknown, fmt.Sprintf("the entrypoint of %s decides what becomes of %s", root.Ref, rest[0])
		return nil
	case root.Config.Wrapper == "node" && len(front) > 0:
		p.Why = fmt.Sprintf("the entrypoint of %s puts node in front of what is no command, and execs it", root.Ref)
	case len(front) > 0:
		p.Why = fmt.Sprintf("the entrypoint of %s puts %s in front of options, and execs it", root.Ref, strings.Join(front, " "))
	}
	return append(front, rest...)
}

// optionsOf are the programs that the entrypoint of their official image puts in
// front of arguments that begin with an option (docker-entrypoint.sh of
// docker-library/cassandra, memcached, mongo, mysql, postgres and redis, of
// MariaDB/mariadb-docker, and entrypoint.sh of influxdata/influxdata-docker).
const optionsOf wordset.Set = "chronograf influxd kapacitord mariadbd memcached mongod mysqld postgres redis-server telegraf"

// inFront is what an official entrypoint puts in front of its arguments; false
// where that is not known.
func inFront(c Config, rest []string) (words []string, known bool) {
	program := ""
	if len(c.Cmd) > 0 {
		program = c.Cmd[0]
	}
	switch {
	case c.Wrapper == "node" && nodeAddsItself(rest):
		return []string{"node"}, true
	case program == "redis-server" && path.Ext(rest[0]) == ".conf":
		return []string{program}, true
	case !strings.HasPrefix(rest[0], "-"):
		return nil, true
	case optionsOf.Has(program), path.Base(c.Entrypoint[len(c.Entrypoint)-1]) == "docker-php-entrypoint":
		return []string{program}, true
	case program == "cassandra":
		return []string{program, "-f"}, true
	case program == "haproxy": // docker-library/haproxy
		return []string{program, "-W", "-db"}, true
	}
	return nil, false
}

// nodeAddsItself is the test of docker-entrypoint.sh in nodejs/docker-node: an
// option, or a word that is no program. Whether a word is one is judged by its
// looks: a blank in it, or a JavaScript file.
func nodeAddsItself(argv []string) bool {
	w := argv[0]
	switch path.Ext(w) {
	case ".js", ".mjs", ".cjs":
		return !strings.HasPrefix(w, "/") && !strings.HasPrefix(w, "./")
	}
	return strings.HasPrefix(w, "-") || strings.Contains(w, " ")
}

// looksLikeScript tells a script from a program by its name, as long as the
// build context is not read.
func looksLikeScript(argv []string) bool {
	name := path.Base(argv[0])
	if _, isShell := shellOf(name); isShell {
		return len(argv) > 1
	}
	return path.Ext(name) == ".sh" || strings.Contains(name, "entrypoint")
}
