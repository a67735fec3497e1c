package rootfs

import (
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// run is a RUN. Its text is parsed when a look-up needs it.
type run struct {
	image  *Image
	step   *Step
	at     int // which step it is
	parsed bool
	all    []command
	opaque bool // it is no text for a shell that can be read
}

// passed is a RUN that a look-up has gone by, and what was looked for then.
type passed struct {
	*run
	file string
}

// text is what a RUN says, its here-documents included.
func (r *run) text() string { return r.step.At.Logical.Text }

// mentions reports whether a RUN may do something to a file: it names it, or
// does something to many. That is found out without parsing the text.
func (r *run) mentions(file string) bool {
	if names(r.text(), file) {
		return true
	}
	for _, doc := range r.step.At.Heredocs {
		if names(doc.Content, file) {
			return true
		}
	}
	return false
}

func names(text, file string) bool {
	if strings.Contains(text, path.Base(file)) {
		return true
	}
	for _, word := range []string{"chmod", "dos2unix", "fromdos", "sed -i", `\r`} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return movesFolders(text, file)
}

// movesFolders reports whether a text moves, removes or links files and has the
// name of a folder the file is in.
func movesFolders(text, file string) bool {
	return movesFiles(text) && (namesFolder(text, file) || strings.ContainsAny(text, "*?"))
}

func movesFiles(text string) bool {
	for _, verb := range []string{"mv ", "rm ", "cp ", "ln ", "install "} {
		if strings.Contains(text, verb) {
			return true
		}
	}
	return false
}

// namesFolder reports whether a text has the name of a folder the file is in.
func namesFolder(text, file string) bool {
	for dir := path.Dir(file); dir != "/" && dir != "."; dir = path.Dir(dir) {
		if strings.Contains(text, path.Base(dir)) {
			return true
		}
	}
	return false
}

// ran goes back through the commands of a RUN.
func (s *search) ran(r *run, at *place) (File, bool) {
	at.ran = append(at.ran, passed{r, at.file})
	if !r.mentions(at.file) {
		return File{}, false
	}
	all := r.commands()
	if r.opaque {
		return File{}, true
	}
	for n := len(all) - 1; n >= 0; n-- {
		e := all[n].effect(at.file)
		switch {
		case e.end:
			return File{State: e.state, mode: e.mode, known: true}, true
		case e.link != "":
			return s.follow(e.link)
		}
		if e.mode.decided != 0 {
			s.modes = append(s.modes, change{e.mode, !e.doubt})
		}
		if e.over && s.exists(r, at.file) {
			s.modes = append(s.modes, change{uncertain, true})
		}
		s.edited, s.ends = s.edited || e.edited, s.ends || e.ends
		if e.from != "" {
			at.file = e.from
			at.ran = append(at.ran, passed{r, at.file})
		}
	}
	return File{}, false
}

// exists reports whether a file is known to stand at a path before a RUN.
func (s *search) exists(r *run, file string) bool {
	inner := search{top: s.top, budget: s.budget}
	f := inner.before(r.image, r.at, file)
	s.budget = inner.budget
	return f.Found() || f.known || f.lands
}

// maxLinks is how many links Linux follows (ELOOP in path_resolution(7)).
const maxLinks = 40

// follow looks for what a link leads to, in the image as it is in the end.
func (s *search) follow(file string) (File, bool) {
	if s.links++; s.links > maxLinks {
		return File{}, true
	}
	f := s.before(s.top, len(s.top.steps), s.top.real(file))
	f.linked = true
	return f, true
}

// mayMakeFolder reports whether a RUN may make a folder: it names it, or makes one
// that a variable names.
func (r *run) mayMakeFolder(dir string) bool {
	text := r.text()
	return strings.Contains(text, path.Base(dir)) || strings.Contains(text, "mkdir ") && strings.ContainsAny(text, "$`{")
}

// makesFolder tells whether a RUN that may make a folder does.
func (r *run) makesFolder(dir string) shell.Answer {
	answer := notKnownIf(strings.Contains(r.text(), path.Base(dir)))
	for _, c := range r.commands() {
		if c.name != "mkdir" && c.name != "install" {
			continue
		}
		for _, w := range c.args {
			switch m := w.match(dir); {
			case c.sure && (m == exact || w.known && below(w.file, dir)):
				return shell.Yes
			case m != other:
				answer = shell.NotKnown
			}
		}
	}
	return answer
}
