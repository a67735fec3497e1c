package dockerfiles

import "strings"

// glob is a compiled pattern of a .gitignore, with git's meaning (wildmatch.c
// with WM_PATHNAME): "?" and "*" stop at a slash, "**" between slashes does
// not, and all of them count bytes.
//
// It is compiled because a pattern is tried on every folder below its file.
type glob []token

type token struct {
	kind tokenKind
	set  *[256]bool // of anyOf
	char byte       // of literal
}

type tokenKind byte

const (
	literal    tokenKind = iota
	anyOf                // one byte of a set, which never holds "/"
	star                 // any bytes but "/"
	folders              // "**/": any number of folders, none included
	everything           // "**" at the end
)

// compileGlob returns nil for a pattern that can match nothing, such as one
// with a bracket that is not closed.
func compileGlob(pattern string) glob {
	g := glob{}
	for i := 0; i < len(pattern); {
		t, width := readToken(pattern, i)
		if width == 0 {
			return nil
		}
		g = append(g, t)
		i += width
	}
	return g
}

func readToken(pattern string, i int) (token, int) {
	switch rest := pattern[i:]; rest[0] {
	case '\\':
		if len(rest) == 1 {
			return token{}, 0
		}
		return token{kind: literal, char: rest[1]}, 2
	case '?':
		return token{kind: anyOf, set: newSet(func(byte) bool { return true })}, 1
	case '[':
		set, width := readSet(rest)
		return token{kind: anyOf, set: set}, width
	case '*':
		return readStars(rest, i == 0 || pattern[i-1] == '/')
	default:
		return token{kind: literal, char: rest[0]}, 1
	}
}

// readStars reads one or more stars. Two or more mean folders where they
// fill the space between two slashes, and one star elsewhere.
func readStars(rest string, atSlash bool) (token, int) {
	behind := strings.TrimLeft(rest, "*")
	stars := len(rest) - len(behind)
	switch {
	case stars == 1 || !atSlash:
	case behind == "":
		return token{kind: everything}, stars
	case behind[0] == '/':
		return token{kind: folders}, stars + 1
	}
	return token{kind: star}, stars
}

// match reports whether the glob matches all of name.
//
// Where a byte does not fit, the last star takes one byte more; where that is
// a slash, the last "**/" takes one folder more. To go back further is of no
// use: what stands before it has matched as early as it can.
func (g glob) match(name string) bool {
	if g == nil {
		return false
	}
	at, pos := 0, 0
	var inFolder, across retry
	for at < len(g) || pos < len(name) {
		switch {
		case at == len(g):
		case g[at].kind == everything:
			return true
		case g[at].kind == star:
			at++
			inFolder = retry{at, pos, true}
			continue
		case g[at].kind == folders:
			at++
			across, inFolder = retry{at, pos, true}, retry{}
			continue
		case pos < len(name) && g[at].takes(name[pos]):
			at++
			pos++
			continue
		}
		switch {
		case inFolder.set && inFolder.pos < len(name) && name[inFolder.pos] != '/':
			inFolder.pos++
			at, pos = inFolder.at, inFolder.pos
		case across.set && strings.Contains(name[across.pos:], "/"):
			across.pos += strings.IndexByte(name[across.pos:], '/') + 1
			at, pos, inFolder = across.at, across.pos, retry{}
		default:
			return false
		}
	}
	return true
}

// retry says where to go on when the token before at takes name up to pos.
type retry struct {
	at, pos int
	set     bool
}

func (t token) takes(c byte) bool {
	if t.kind == literal {
		return t.char == c
	}
	return t.set[c]
}
