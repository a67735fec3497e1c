package rootfs

import (
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// word is a word of a command in a RUN.
type word struct {
	src   string
	text  string // what the command gets, if known
	file  string // the absolute path it names, if known
	glob  bool   // text is a pattern
	known bool
	shape shape // what is certain of a path that is not known
}

// match is how a word is about a file.
type match int

const (
	other match = iota
	maybe       // that is not known
	above       // it names a folder the file is in
	exact
)

// match compares a word with a path.
func (w word) match(file string) match {
	switch {
	case !w.known:
		return w.guess(file)
	case !w.glob && w.file == file:
		return exact
	case !w.glob && below(file, w.file):
		return above
	case w.glob:
		return w.matchGlob(file)
	}
	return other
}

// guess is about a word whose path is not known.
func (w word) guess(file string) match {
	if w.shape.mayBe(file) || w.shape.below(file) && strings.Contains(w.src, path.Base(file)) {
		return maybe
	}
	return other
}

// mayHold reports whether a word names a folder the file is in, or may.
func (w word) mayHold(file string) bool {
	return w.match(file) == above || !w.known && w.shape.mayHold(file)
}

// matchGlob matches element by element: a pattern for a folder is above what
// is in it.
func (w word) matchGlob(file string) match {
	pattern, names := strings.Split(w.file, "/"), strings.Split(file, "/")
	if len(pattern) > len(names) {
		return other
	}
	for n, part := range pattern {
		if ok, err := path.Match(part, names[n]); err != nil || !ok {
			return other
		}
	}
	if len(pattern) < len(names) {
		return above
	}
	return exact
}

// word reads a word of the shell text in the folder the shell is in.
func (r *run) word(w shell.Word, dir string, dirKnown bool) word {
	out := word{src: w.Src, text: w.Value, known: w.Literal}
	if !w.Literal {
		out.text, out.glob, out.known = r.expand(w.Src)
	}
	if out.known && (dirKnown || path.IsAbs(out.text)) {
		out.file = r.image.real(Absolute(dir, out.text))
		return out
	}
	if out.known {
		out.src, out.known = out.text, false
	}
	if dir = Absolute(dir, "."); !dirKnown {
		dir = ""
	}
	out.shape = r.shapeOf(out.src, out.text, dir)
	return out
}

// expand replaces variables whose value is known, and takes off quotes. It
// reports whether the result is a pattern, and false where more than that
// happens to the word.
func (r *run) expand(src string) (text string, glob, known bool) {
	var b strings.Builder
	quote := byte(0)
	for n := 0; n < len(src); n++ {
		switch c := src[n]; {
		case quote == '\'' && c != '\'':
			b.WriteByte(c)
		case c == '\'' && quote != '"', c == '"' && quote != '\'':
			quote ^= c
		case c == '\\' && n+1 < len(src):
			n++
			b.WriteByte(src[n])
		case c == '$':
			name, end := variable(src[n:])
			value, ok := r.variable(name)
			if !ok {
				return "", false, false
			}
			b.WriteString(value)
			n += end - 1
		case c == '`', quote == 0 && isActive(src, n):
			return "", false, false
		default:
			glob = glob || quote == 0 && strings.IndexByte("*?[", c) >= 0
			b.WriteByte(c)
		}
	}
	return b.String(), glob, true
}

// isActive reports whether a character outside quotes begins an expansion. {} is
// none.
func isActive(src string, n int) bool {
	switch src[n] {
	case '{':
		inner := src[n+1 : n+1+to(src[n+1:], '}')]
		return strings.Contains(inner, ",") || strings.Contains(inner, "..")
	case '(':
		return true
	}
	return src[n] == '~' && n == 0
}

// variable reads $NAME or ${NAME}; "" for every other expansion.
func variable(s string) (name string, end int) {
	brace := strings.HasPrefix(s, "${")
	start := 1
	if brace {
		start = 2
	}
	end = start
	for end < len(s) && (s[end] == '_' || '0' <= s[end] && s[end] <= '9' || 'A' <= s[end]&^0x20 && s[end]&^0x20 <= 'Z') {
		end++
	}
	name = s[start:end]
	if brace {
		if end == len(s) || s[end] != '}' {
			return "", end
		}
		end++
	}
	return name, end
}

// variable returns a variable of the builder that the text does not set.
func (r *run) variable(name string) (string, bool) {
	text := r.text()
	if name == "" || strings.Contains(text, name+"=") || strings.Contains(text, "for "+name) || strings.Contains(text, "read ") {
		return "", false
	}
	return r.image.stage.Variable(name, r.step.Vars)
}
