package dockerfiles

import (
	"bytes"
	"os"
	"slices"
	"strings"
)

// ignores are the patterns of one .gitignore, and those of the folders above.
type ignores struct {
	above    *ignores // nil at the top of a repository
	base     int      // how many bytes of a path lead to this folder
	patterns []pattern
}

// ignored reports whether git leaves out the file or folder at path, given
// that it enters the folder that holds it. The last pattern that matches
// decides; those of a deeper folder come first.
func (i *ignores) ignored(path string, folder bool) bool {
	for ; i != nil; i = i.above {
		for _, p := range slices.Backward(i.patterns) {
			if p.matches(path[i.base:], folder) {
				return !p.negated
			}
		}
	}
	return false
}

// read adds the patterns of a file, relative to the folder that base bytes of
// a path lead to. Like git, it reads neither a link nor what is no file; what
// cannot be read ignores nothing.
func (i *ignores) read(file string, base int) *ignores {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() {
		return i
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return i
	}
	return &ignores{above: i, base: base, patterns: parsePatterns(text)}
}

// pattern is one line of a .gitignore.
type pattern struct {
	glob    glob
	negated bool // !pattern: not ignored after all
	folder  bool // pattern/: folders only
	nested  bool // without a slash: at any depth
}

func parsePatterns(text []byte) []pattern {
	var all []pattern
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	for line := range bytes.Lines(text) {
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		if len(line) > 0 && line[0] != '#' {
			all = append(all, parsePattern(trimSpaces(string(line))))
		}
	}
	return all
}

func parsePattern(line string) pattern {
	var p pattern
	line, p.negated = strings.CutPrefix(line, "!")
	line, p.folder = strings.CutSuffix(line, "/")
	p.nested = !strings.Contains(line, "/")
	p.glob = compileGlob(strings.TrimPrefix(line, "/"))
	return p
}

// trimSpaces cuts the spaces at the end, but not one behind a backslash.
func trimSpaces(line string) string {
	trimmed := strings.TrimRight(line, " ")
	escapes := len(trimmed) - len(strings.TrimRight(trimmed, `\`))
	if escapes%2 == 1 && len(trimmed) < len(line) {
		return line[:len(trimmed)+1]
	}
	return trimmed
}

func (p pattern) matches(path string, folder bool) bool {
	if p.folder && !folder {
		return false
	}
	if p.nested {
		path = path[strings.LastIndexByte(path, '/')+1:]
	}
	return p.glob.match(path)
}
