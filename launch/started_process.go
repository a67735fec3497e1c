package launch

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

func (p *Process) programHop(prog Program) []string {
	p.Kind, p.Hop = prog.Kind, prog.Hop
	i, ok := prog.Command(p.Argv)
	switch {
	case prog.Hop == Unknown:
		p.Why = prog.Name + " ends as soon as it has started its command, unless it need not fork"
		return nil
	case prog.unread(p.Argv):
		p.Hop, p.Why = Unknown, "the options of "+prog.Name+" are not read"
		return nil
	case !ok:
		p.Hop, p.Why = None, prog.Name+" is given no command"
		return nil
	}
	p.Group = prog.Kind == Init && prog.SignalsGroup(p.Argv)
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
	if root.Config.Wrapper == "node" && nodeAddsItself(rest) {
		p.Why = fmt.Sprintf("the entrypoint of %s puts node in front of what is no command, and execs it", root.Ref)
		return append([]string{"node"}, rest...)
	}
	return rest
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
