package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// WrittenByGit returns the line of a .gitattributes in the build context that
// has git write a file with LF, whatever stands in the working tree now.
func (i *Image) WrittenByGit(f File) (*parser.Source, parser.Span, bool) {
	ctx := i.build.context()
	if f.State != Copied || ctx == nil {
		return nil, parser.Span{}, false
	}
	for dir := path.Dir(f.source); ; dir = path.Dir(dir) {
		if t := i.build.readText(path.Join(dir, ".gitattributes")); t.source != nil {
			if n, lf := attributes(t.source, strings.TrimPrefix(f.source, dir+"/")); n > 0 {
				return t.source, t.source.Line(n), lf
			}
		}
		if dir == "." {
			return nil, parser.Span{}, false
		}
	}
}

// attributes returns the last line that says with which line ends git writes a
// file, 0 for none, and whether that is LF (gitattributes(5)).
func attributes(text *parser.Source, file string) (line int, lf bool) {
	for n := text.Lines(); n > 0; n-- {
		words := strings.Fields(text.Text(text.Line(n)))
		if len(words) < 2 || !matchesAttribute(words[0], file) {
			continue
		}
		switch {
		case slices.Contains(words[1:], "eol=lf"):
			return n, true
		case slices.ContainsFunc(words[1:], func(w string) bool {
			return slices.Contains([]string{"eol=crlf", "-eol", "!eol", "-text", "binary"}, w)
		}):
			return n, false
		}
	}
	return 0, false
}

func matchesAttribute(pattern, file string) bool {
	if rest, ok := strings.CutPrefix(pattern, "**/"); ok && !strings.Contains(rest, "/") {
		pattern = rest
	}
	if !strings.Contains(pattern, "/") {
		file = path.Base(file)
	}
	ok, _ := path.Match(strings.TrimPrefix(pattern, "/"), file)
	return ok
}
