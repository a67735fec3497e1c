package rootfs

import (
	"path"
	"strings"
)

// shape is what is certain of a path with expansions in it: the folder it is
// below, and how its last elements look.
type shape struct {
	root   string   // "" where it may be anywhere
	tail   []string // patterns; the first one is the rest of an element
	folder bool     // it ends in a slash
	open   bool     // ".." may lead out of what is certain
}

// anything stands for an expansion.
const anything = "\x00"

// shapeOf reads a word in the folder the shell is in, "" where that is not
// known. Text is what the command gets, if known.
func (r *run) shapeOf(src, text, dir string) shape {
	if text == "" {
		text = marked(src)
	}
	if dir == "" && !strings.HasPrefix(text, "/") {
		text = anything + "/" + text
	}
	first := strings.IndexAny(text, anything+"*?[")
	last := strings.LastIndex(text, anything)
	s := shape{folder: strings.HasSuffix(text, "/"), open: strings.Contains(text, "..")}
	if first > 0 || first == 0 && text[0] != anything[0] {
		s.root = r.image.real(Absolute(dir, text[:strings.LastIndexByte(text[:first], '/')+1]))
	}
	for n, part := range strings.Split(text[last+1:], "/") {
		if n == 0 || part != "" && part != "." {
			s.tail = append(s.tail, part)
		}
	}
	return s
}

// marked replaces the expansions of a word and takes off its quotes.
func marked(src string) string {
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
		case c == '$', c == '`', quote == 0 && isActive(src, n):
			b.WriteString(anything)
			n += expansion(src[n:]) - 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// expansion returns the length of what begins a word's rest: $x, ${x}, $(x),
// `x`, {x,y} or a tilde.
func expansion(s string) int {
	closing := byte(0)
	switch {
	case s[0] == '~':
		return 1
	case s[0] == '`':
		return 1 + to(s[1:], '`')
	case s[0] == '{':
		return 1 + to(s[1:], '}')
	case s[0] == '(':
		return len(s)
	case len(s) == 1:
		return 1
	case s[1] == '(':
		closing = ')'
	case s[1] == '{':
		closing = '}'
	default:
		_, end := variable(s)
		return max(end, 2) // $1 and $@ as well
	}
	depth := 0
	for n := 1; n < len(s); n++ {
		if s[n] == s[1] {
			depth++
		} else if s[n] == closing {
			depth--
		}
		if depth == 0 {
			return n + 1
		}
	}
	return len(s)
}

// to returns where the text behind a character begins, or how long all is.
func to(s string, c byte) int {
	if n := strings.IndexByte(s, c); n >= 0 {
		return n + 1
	}
	return len(s)
}

// mayBe reports whether a path may have the shape.
func (s shape) mayBe(file string) bool { return !s.folder && s.fits(file) }

// mayHold reports whether a folder that a file is in may have the shape.
func (s shape) mayHold(file string) bool {
	for dir := path.Dir(file); ; dir = path.Dir(dir) {
		if s.fits(dir) {
			return true
		}
		if dir == "/" || dir == "." {
			return false
		}
	}
}

func (s shape) fits(file string) bool {
	if s.open || len(s.tail) == 0 {
		return s.open
	}
	if !s.below(file) {
		return false
	}
	names := strings.Split(strings.TrimPrefix(file, "/"), "/")
	tail := s.tail
	if len(tail) > len(names)+1 {
		return false
	}
	for n := len(tail) - 1; n > 0; n-- {
		at := len(names) - len(tail) + n
		if ok, err := path.Match(tail[n], names[at]); !ok && err == nil {
			return false
		}
	}
	at := len(names) - len(tail)
	if at < 0 { // the expansion is the root, or nothing
		return tail[0] == ""
	}
	ok, err := path.Match("*"+tail[0], names[at])
	return ok || err != nil
}

// below reports whether a path is where a shape is certain to be.
func (s shape) below(file string) bool {
	_, in := inside(file, s.root)
	return in || s.root == "" || s.open
}
