package reading

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/moby/buildkit/frontend/dockerfile/command"
	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/rules"
)

// verbs returns the names of all instructions, sorted.
func verbs() []string {
	names := slices.Collect(maps.Keys(command.Commands))
	for i, name := range names {
		names[i] = strings.ToUpper(name)
	}
	slices.Sort(names)
	return names
}

// didYouMean names the nearest of some words. BuildKit does so too, but takes
// any of those that are as near; this takes the first.
func didYouMean(word string, options []string) string {
	if near, ok := suggest.Search(word, options, false); ok {
		return fmt.Sprintf("; did you mean %s?", near)
	}
	return ""
}

// commentMarks are those of other languages.
var commentMarks = []string{"//", "/*", "<!--", "--", ";", "rem", "REM"}

// program matches what is more likely a command than a misspelled instruction.
var program = lazyregexp.New(`^[a-z][a-z0-9_.+-]*$|^[./~]`)

// helpUnknownVerb looks for the mistake behind a line that is no instruction.
func helpUnknownVerb(r refused) string {
	verb := r.written()
	near, misspelled := suggest.Search(verb, verbs(), false)
	short := len(verb) < 5 && verb != strings.ToUpper(verb) // apk is no ADD
	switch {
	case helpGlued(verb) != "":
		return helpGlued(verb)
	case strings.HasPrefix(verb, "<<<<<<<") || strings.HasPrefix(verb, "=======") || strings.HasPrefix(verb, ">>>>>>>"):
		return "Resolve the merge conflict that these lines mark"
	case slices.Contains(commentMarks, verb) || strings.HasPrefix(verb, "//") || strings.HasPrefix(verb, "/*"):
		return "A comment begins with #"
	case misspelled && !short:
		return fmt.Sprintf("Did you mean %s?", near)
	case r.above() != nil:
		return fmt.Sprintf("If the line belongs to %s in line %d, end line %d with `%c`", r.above().Verb.Value,
			r.file.LineAt(r.above().Verb.Span.Start), r.file.LineAt(r.above().Span.End), r.file.Escape)
	case program.MatchString(verb):
		return fmt.Sprintf("A command needs an instruction in front: `RUN %s`", rules.Clip(r.Instruction.Logical.Text))
	}
	return "Every line begins with an instruction, such as RUN, or with #"
}

// helpGlued is about CMD["x"], and about RUN with a blank behind it that is none.
func helpGlued(verb string) string {
	for _, name := range verbs() {
		if len(verb) <= len(name) || !strings.EqualFold(verb[:len(name)], name) {
			continue
		}
		switch next, _ := utf8.DecodeRuneInString(verb[len(name):]); {
		case next > unicode.MaxASCII:
			return fmt.Sprintf("The character behind %s is U+%04X: write an ordinary blank", name, next)
		case !unicode.IsLetter(next) && !unicode.IsDigit(next):
			return fmt.Sprintf("Put a blank behind %s", name)
		}
	}
	return ""
}
