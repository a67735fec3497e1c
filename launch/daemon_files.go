package launch

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// settings is what is known of the configuration of a program of an image.
type settings struct {
	of   *daemon.Daemon
	l    *Launch
	read []rootfs.File // files that have been read, and do not keep it in front
}

// goesBack reports whether what stands at a path of the image is a file that
// does not keep the program in front: it has been read, and so have those that
// it includes, or they are looked at with the folder of the configuration.
func (s *settings) goesBack(file string) bool {
	f := s.l.Files().Lookup(file)
	syntax := s.of.Syntax
	if syntax == nil || !f.Found() || f.Dir || f.Text == nil || f.Edited {
		return false
	}
	text := f.Text.Text(parser.Span{Start: 0, End: len(f.Text.Bytes)})
	if strings.HasPrefix(syntax.Name, "daemon ") {
		text = outermost(text)
	}
	for _, m := range syntax.Setting.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(syntax.Back, strings.ToLower(m[1])) {
			return false
		}
	}
	for _, m := range syntax.Include.FindAllStringSubmatch(text, -1) {
		for _, name := range strings.Fields(m[1]) {
			if name = rootfs.Absolute(path.Dir(file), name); !daemon.Mentions(name, s.of.Config) && !strings.HasPrefix(name, "/usr/share/") {
				return false
			}
		}
	}
	if !slices.ContainsFunc(s.read, func(o rootfs.File) bool { return o.Path == f.Path }) {
		s.read = append(s.read, f)
	}
	return true
}

var comment = lazyregexp.New(`#.*`)

// outermost is what stands outside of all blocks of nginx's configuration, where
// alone daemon may be set.
func outermost(text string) string {
	var kept strings.Builder
	depth := 0
	for _, r := range comment.ReplaceAllString(text, "") {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
			kept.WriteRune(';')
		case depth == 0:
			kept.WriteRune(r)
		}
	}
	return kept.String()
}

// brings reports whether all that a COPY or ADD brings are files that do not
// keep the program in front.
func (s *settings) brings(inst *parser.Instruction, to string) bool {
	sources := inst.Words[:len(inst.Words)-1]
	return !slices.ContainsFunc(sources, func(source parser.Word) bool {
		name := strings.TrimPrefix(path.Base(source.Value), "<<")
		if strings.ContainsAny(source.Value, "*?[$") || name == "." || name == ".." || name == "/" {
			return true
		}
		return !s.goesBack(to) && !s.goesBack(path.Join(to, strings.Trim(name, `-"'`)))
	})
}
