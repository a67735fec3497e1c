package config

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

var (
	yamlLine   = lazyregexp.New(`^yaml: (?:line (\d+): )?(.*)`)
	yamlAnchor = lazyregexp.New(`^unknown anchor '(.*)' referenced`)
)

// syntax reports what the YAML parser says. It knows lines only, and not all of
// them right: its parser counts them from 0, its scanner from 1, a tab is seen on
// the line before, and an anchor has none.
func (r *reader) syntax(text []byte, err error) {
	lines := bytes.Split(bytes.TrimRight(text, "\n"), []byte("\n"))
	m := yamlLine.FindStringSubmatch(err.Error())
	if m == nil {
		m = []string{"", "", err.Error()}
	}
	message := strings.TrimSpace(m[2])
	line, _ := strconv.Atoi(m[1]) // none is the first
	switch anchor := yamlAnchor.FindStringSubmatch(message); {
	case strings.HasPrefix(message, "did not find expected"):
		line++
	case strings.Contains(message, "tab character"):
		line = lineOf(lines, line, func(l []byte) bool {
			return bytes.ContainsRune(l[:len(l)-len(bytes.TrimLeft(l, " \t"))], '\t')
		})
	case anchor != nil:
		line = lineOf(lines, 1, func(l []byte) bool { return bytes.Contains(l, []byte("*"+anchor[1])) })
	}
	r.errs = append(r.errs, &Error{r.file, min(max(line, 1), len(lines)), 1, message})
}

// lineOf is the first line from one on that has what it is looked for, or that one.
func lineOf(lines [][]byte, from int, has func([]byte) bool) int {
	from = max(from, 1)
	for n := from; n <= len(lines); n++ {
		if has(lines[n-1]) {
			return n
		}
	}
	return from
}
