package execform

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// isBrought reports whether an instruction of the image may put a program of
// that name there: it writes a path that ends with it, or installs it.
func isBrought(l *launch.Launch, name string) bool {
	file := regexp.MustCompile(`/` + regexp.QuoteMeta(name) + `(["'\s;&|)\]]|$)`)
	return written(l, func(inst *parser.Instruction) bool {
		text := inst.Logical.Text
		switch inst.Verb.Value {
		case "COPY", "ADD":
			return file.MatchString(text)
		case "RUN":
			return file.MatchString(text) || installs(text, name)
		}
		return false
	})
}

// installer matches what brings a program that is named behind it.
var installer = lazyregexp.New(`\b(install|add|i|alias|get|build|emerge|-S|-o)\s[^;&|]*`)

func installs(text, name string) bool {
	if !strings.Contains(text, name) {
		return false
	}
	for _, words := range installer.FindAllString(text, -1) {
		if slices.ContainsFunc(strings.Fields(words), func(w string) bool { return path.Base(strings.Trim(w, `"'`)) == name }) {
			return true
		}
	}
	return false
}
