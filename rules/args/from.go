package args

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// fromWord is what becomes of the image or a flag of a FROM without --build-arg.
type fromWord struct {
	noun, value string
	known       bool   // else it depends on the platform, or on what cannot be read
	broken      bool   // the build stops
	says        string // the builder then
}

func readFrom(l *launch.Launch, word parser.Word, given ...string) fromWord {
	value, known := l.FromWord(word.Value, given...)
	if platform, ok := strings.CutPrefix(value, "--platform="); ok {
		return fromWord{"platform", platform, known, known && (platform == "" || strings.HasSuffix(platform, "/")), "failed to parse platform"}
	}
	says := fmt.Sprintf("failed to parse stage name %q: invalid reference format", value)
	if value == "" {
		says = fmt.Sprintf("base name (%s) should not be blank", word.Value)
	}
	_, ok := launch.ImageName(value)
	return fromWord{"image name", value, known, known && (!ok || strings.HasSuffix(value, ":")), says}
}

// fate says what the builder does with it, where that is known.
func (f fromWord) fate() string {
	switch {
	case !f.known:
		return ""
	case f.broken && f.value == "":
		return fmt.Sprintf(", and no %s is left", f.noun)
	case f.broken:
		return fmt.Sprintf(", and `%s` is no %s", rules.Clip(f.value), f.noun)
	}
	return fmt.Sprintf(", and the %s is `%s`", f.noun, rules.Clip(f.value))
}

// needed is the first variable without which the build stops though all others
// are given: a prefix such as a registry may well be empty.
func needed(l *launch.Launch, word parser.Word, unset []use) use {
	for _, u := range unset {
		var others []string
		for _, o := range unset {
			if o.Name != u.Name {
				others = append(others, o.Name)
			}
		}
		if readFrom(l, word, others...).broken {
			return u
		}
	}
	return unset[0]
}
