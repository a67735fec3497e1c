package launch

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// madeByRun reports whether a RUN puts another program where this one is looked
// for: it moves, copies or links a file of another name there, or downloads one.
func (l *Launch) madeByRun(program string) bool {
	name := path.Base(program)
	file := regexp.QuoteMeta(program)
	if !strings.Contains(program, "/") {
		file = `\S*/` + regexp.QuoteMeta(name)
	}
	moved := regexp.MustCompile(`\b(mv|cp|ln|install)\s[^;&|\n]*\s` + file + `\s*($|[;&|)\n])`)
	loaded := regexp.MustCompile(`\s(-o|-O|--output)[ =]*` + file + `($|[\s;&|)])`)
	other := func(command string) bool { return !alsoFrom(command, name) }
	return l.someRun(func(text string) bool {
		return strings.Contains(text, name) && (loaded.MatchString(text) || slices.ContainsFunc(moved.FindAllString(text, -1), other))
	})
}

// alsoFrom reports whether the source has the name of the target: the program
// is the same in two places.
func alsoFrom(command, name string) bool {
	words := strings.FieldsFunc(command, func(r rune) bool { return strings.ContainsRune(" \t\n;&|)", r) })
	return slices.ContainsFunc(words[:len(words)-1], func(word string) bool { return path.Base(word) == name })
}
