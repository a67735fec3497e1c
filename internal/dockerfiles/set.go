package dockerfiles

import "strings"

// newSet returns the bytes that fit. A slash never does: it separates folders.
func newSet(fits func(byte) bool) *[256]bool {
	var set [256]bool
	for c := range 256 {
		set[c] = c != '/' && fits(byte(c))
	}
	return &set
}

// readSet reads a bracket expression such as [a-z], [!a] or [[:alpha:]]. It
// returns its length, 0 where it is malformed.
func readSet(text string) (*[256]bool, int) {
	pos := 1
	negated := pos < len(text) && (text[pos] == '!' || text[pos] == '^')
	if negated {
		pos++
	}
	var members [256]bool
	var previous byte // what a range can start with, 0 for nothing
	for first := true; first || pos < len(text) && text[pos] != ']'; first = false {
		m, width := readMember(text[pos:], previous)
		if width == 0 {
			return nil, 0
		}
		for c := range members {
			members[c] = members[c] || m.holds(byte(c))
		}
		previous = m.start
		pos += width
	}
	if pos >= len(text) {
		return nil, 0
	}
	return newSet(func(c byte) bool { return members[c] != negated }), pos + 1
}

// member is one byte, range or named class inside brackets. start is the byte
// a range behind it would start with.
type member struct {
	start byte
	holds func(byte) bool
}

// readMember reads the member at the start of text, and returns its length, 0
// where it is malformed.
func readMember(text string, previous byte) (member, int) {
	switch {
	case text == "":
		return member{}, 0
	case text[0] == '-' && previous != 0 && len(text) > 1 && text[1] != ']':
		last, width := readEscaped(text[1:])
		return member{holds: func(c byte) bool { return previous <= c && c <= last }}, width + min(width, 1)
	case strings.HasPrefix(text, "[:"):
		name, _, closed := strings.Cut(text[2:], "]")
		if class, named := strings.CutSuffix(name, ":"); !closed || named {
			holds := classes()[class]
			if !closed || holds == nil {
				return member{}, 0
			}
			return member{holds: holds}, len("[:") + len(name) + len("]")
		}
	}
	char, width := readEscaped(text)
	return member{char, func(c byte) bool { return c == char }}, width
}

func readEscaped(text string) (byte, int) {
	switch {
	case text[0] != '\\':
		return text[0], 1
	case len(text) == 1:
		return 0, 0
	default:
		return text[1], 2
	}
}

// classes are POSIX's, for ASCII only, as in git.
func classes() map[string]func(byte) bool {
	between := func(lo, hi byte) func(byte) bool { return func(c byte) bool { return lo <= c && c <= hi } }
	or := func(a, b func(byte) bool) func(byte) bool { return func(c byte) bool { return a(c) || b(c) } }
	digit, lower, upper := between('0', '9'), between('a', 'z'), between('A', 'Z')
	alpha := or(lower, upper)
	alnum := or(alpha, digit)
	graph := between('!', '~')
	return map[string]func(byte) bool{
		"alnum": alnum, "alpha": alpha, "digit": digit, "lower": lower, "upper": upper, "graph": graph,
		"blank":  func(c byte) bool { return c == ' ' || c == '\t' },
		"cntrl":  func(c byte) bool { return c < ' ' || c == 0x7f },
		"print":  between(' ', '~'),
		"punct":  func(c byte) bool { return graph(c) && !alnum(c) },
		"space":  or(between('\t', '\r'), between(' ', ' ')),
		"xdigit": or(digit, or(between('a', 'f'), between('A', 'F'))),
	}
}
