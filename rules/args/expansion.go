package args

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// expansion is a variable in a word that the builder expands.
type expansion struct {
	Name       string
	Defaulted  bool // ${X:-d} or ${X-d}
	Start, End int  // byte offsets in the word, $ and braces included
}

// expander finds expansions as BuildKit's lexer reads them (frontend/dockerfile/
// shell, Lex); a test holds the names against it.
type expander struct {
	text   string
	escape byte
	quotes bool // quotes have a meaning; they have none in a here-document
	at     int
	found  []expansion
}

func expansions(text string, escape byte, quotes bool) []expansion {
	if !strings.Contains(text, "$") {
		return nil
	}
	x := expander{text: text, escape: escape, quotes: quotes}
	x.until(0, false)
	return x.found
}

// until reads up to the closing byte, or to the end where that is 0.
func (x *expander) until(closing byte, quoted bool) {
	for x.at < len(x.text) {
		c := x.text[x.at]
		x.at++
		switch {
		case c == closing && closing != 0:
			return
		case c == x.escape:
			x.skipEscaped(quoted)
		case c == '$':
			x.dollar()
		case c == '\'' && x.quotes && !quoted:
			x.singleQuoted()
		case c == '"' && x.quotes && !quoted:
			x.until('"', true)
		}
	}
}

// skipEscaped skips the byte behind an escape character. Inside double quotes
// it escapes only what has a meaning there.
func (x *expander) skipEscaped(quoted bool) {
	if x.at < len(x.text) && (!quoted || strings.IndexByte(`"$`+string(x.escape), x.text[x.at]) >= 0) {
		x.at++
	}
}

func (x *expander) singleQuoted() {
	if n := strings.IndexByte(x.text[x.at:], '\''); n >= 0 {
		x.at += n + 1
		return
	}
	x.at = len(x.text)
}

// dollar reads what follows a $.
func (x *expander) dollar() {
	start := x.at - 1
	brace := strings.HasPrefix(x.text[x.at:], "{")
	if brace {
		x.at++
	}
	name, i := x.name(), -1
	if name != "" && (!brace || x.modified()) {
		i = len(x.found)
		x.found = append(x.found, expansion{Name: name, Start: start, End: x.at})
	}
	if !brace {
		return
	}
	defaulted := strings.HasPrefix(strings.TrimPrefix(x.text[x.at:], ":"), "-")
	x.until('}', false)
	if i >= 0 {
		x.found[i].Defaulted, x.found[i].End = defaulted, x.at
	}
}

// modified reports whether what follows a name in braces is an end or an operator.
// BuildKit refuses anything else: ${project.version} is a template's.
func (x *expander) modified() bool {
	return x.at < len(x.text) && strings.IndexByte("}:-+?#%/", x.text[x.at]) >= 0
}

// name reads a name, and returns "" for a parameter such as $1 or $@.
func (x *expander) name() string {
	rest := x.text[x.at:]
	first, _ := utf8.DecodeRuneInString(rest)
	length := len(rest) - len(strings.TrimLeftFunc(rest, inName))
	switch {
	case unicode.IsDigit(first):
		x.at += len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsDigit))
		return ""
	case length == 0 && strings.ContainsRune("@*#?-$!", first):
		x.at++
		return ""
	}
	x.at += length
	return rest[:length]
}

func inName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// isPlain tells $NAME and ${NAME} from expansions with an operator.
func isPlain(src, name string) bool { return src == "$"+name || src == "${"+name+"}" }
