package launch

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Background is how a program leaves who started it, which ends.
type Background struct {
	daemon.Way
	program string

	Read []rootfs.File // its configuration, as far as there is one: it does not keep it in front
}

// How says what the program does, as in "sshd puts itself into the background".
func (b Background) How() string {
	switch {
	case b.IsStarter():
		return "starts a service in the background and ends"
	case b.Word != "" && !strings.ContainsAny(b.Word, "-/"):
		return "starts its program in the background and ends"
	case b.Word != "" && len(b.Drop) == 0:
		return fmt.Sprintf("goes into the background because of `%s`", b.Word)
	}
	return "puts itself into the background"
}

// Background tells how a program of the image goes into the background. It is
// false where the program stays, and where another one of that name, or a
// configuration that is not known, may stay. front are the words of the container's
// command line in front of its own, before the texts of shells and scripts that
// run before it.
func (l *Launch) Background(p *Process, front, before []string) (Background, bool) {
	argv := l.programOf(p.Argv)
	way, ok := daemon.Of(argv, p.Expands)
	if !ok {
		return Background{}, false
	}
	s := settings{of: way.Daemon, l: l}
	if l.Copies(p.Argv[0]) || s.maybeOther(argv) || len(way.Files) > 0 && slices.ContainsFunc(before, way.ConfiguredIn) || daemon.Mentions(strings.Join(front, " "), way.Files) {
		return Background{}, false
	}
	return Background{Way: way, program: path.Base(p.Argv[0]), Read: s.read}, true
}

// programOf names the program of a command line that has its name from the image: the
// httpd of busybox, and Tomcat's startup.sh, which runs catalina.sh start.
func (l *Launch) programOf(argv []string) []string {
	image, _, _ := splitReference(l.Root().Ref)
	switch name := path.Base(argv[0]); {
	case name == "httpd" && (image == "busybox" || l.Sh() == shell.Busybox && l.runMentions("busybox-extras") && !l.runMentions("apache2")):
		return append([]string{"busybox"}, argv...)
	case name == "startup.sh" && (image == "tomcat" && IsProgram(argv[0], "/usr/local/tomcat/bin/startup.sh") || strings.Contains(path.Dir(argv[0]), "tomcat")):
		dir, _ := path.Split(argv[0])
		return append([]string{dir + "catalina.sh", "start"}, argv[1:]...)
	}
	return argv
}

// runMentions reports whether a RUN has a word in its text.
func (l *Launch) runMentions(word string) bool {
	return l.someRun(func(text string) bool { return strings.Contains(text, word) })
}

// someRun reports whether the text of a RUN is so, of the stage or of one it is
// built on.
func (l *Launch) someRun(is func(text string) bool) bool {
	return slices.ContainsFunc(append(l.Parents(), l), func(stage *Launch) bool {
		return slices.ContainsFunc(stage.Stage.Instructions, func(inst *parser.Instruction) bool {
			return inst.Verb.Value == "RUN" && is(inst.Logical.Text)
		})
	})
}

// Background is how the last process leaves process 1, which ends, and the container
// with it: every process in front ends with the one it has started. It is nil where
// the last process stays, or where that is not known.
func (s *Start) Background() *Background {
	if s.Process == nil || !s.Argv.Known {
		return nil
	}
	var before []string
	last := s.Process
	for ; last.Next != nil; last = last.Next {
		isText := last.Kind == Shell || last.Kind == Script
		if last.Hop != Exec && last.Hop != Child || isText && !last.ends {
			return nil
		}
		before = append(before, last.first...)
	}
	if last.Kind != App && (last.Kind != Script || last.Script != nil) { // a script of the image may be in the table
		return nil
	}
	b, ok := s.Launch.Background(last, s.Argv.V[:max(0, len(s.Argv.V)-len(last.Argv))], before)
	if !ok {
		return nil
	}
	return &b
}

// MayConfigure reports whether what builds the image may bring a configuration
// for a program that is started without arguments.
func (l *Launch) MayConfigure(d *daemon.Daemon) bool {
	s := settings{of: d, l: l}
	return s.unknown(nil)
}

// maybeOther reports whether the program may be another one of that name, or
// may be kept in front by a file that is not read, or says so.
func (s *settings) maybeOther(argv []string) bool {
	named := daemon.Argv(argv)
	name := path.Base(named[0])
	if s.l.Copies(name) || s.l.madeByRun(named[0]) || s.l.Root().Config.Sh == shell.Busybox && (name == "cron" || s.of.IsStarter()) {
		return true
	}
	for _, word := range named[1:] {
		if of := daemon.Configurable(word); of != nil && s.of.IsStarter() && s.l.MayConfigure(of) {
			return true
		}
	}
	return s.unknown(s.of.WithoutTexts(named[1:]))
}
