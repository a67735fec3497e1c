package reading

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"sync"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// refused is something BuildKit refuses.
type refused struct {
	*parser.SyntaxError
	file    *parser.File
	trigger bool     // inside ONBUILD: the file builds, its children do not
	match   []string // what the pattern of a refusal found in BuildKit's words
}

func refusedOf(f *parser.File) []refused {
	var all []refused
	for _, e := range f.Errors {
		all = append(all, refused{SyntaxError: e, file: f})
	}
	for _, inst := range f.Instructions {
		if t := inst.Trigger; t != nil && inst.Err == nil && t.Err != nil {
			e := &parser.SyntaxError{Span: t.Span, Err: t.Err, Instruction: t}
			all = append(all, refused{SyntaxError: e, file: f, trigger: true})
		}
	}
	return all
}

// refusal explains one of BuildKit's errors.
type refusal struct {
	words string               // a pattern of BuildKit's
	what  func(refused) string // ours
	where func(refused) parser.Span
	help  func(refused) string
}

// refusals are all that are explained; the first whose words match counts.
var refusals = sync.OnceValue(func() []refusal {
	return slices.Concat(fileRefusals, lineRefusals, flagRefusals, argumentRefusals, heredocRefusals)
})

// patterns are the words of the refusals. They are compiled when a file is
// refused, which is rare: all of them take longer than linting one that is not.
var patterns = sync.OnceValue(func() []*regexp.Regexp {
	all := make([]*regexp.Regexp, len(refusals()))
	for i, r := range refusals() {
		all[i] = regexp.MustCompile(r.words)
	}
	return all
})

// suggestion is what BuildKit adds to its words; of two names that are as near
// it takes one at random.
var suggestion = lazyregexp.New(` \(did you mean [^)]*\?\)$`)

// finding explains the error by the first refusal that knows its words.
func (r refused) finding() rules.Finding {
	words := suggestion.ReplaceAllString(r.Err.Error(), "")
	f := rules.Finding{At: r.quotedIn(words)}
	what := ""
	for i, known := range refusals() {
		if r.match = patterns()[i].FindStringSubmatch(words); r.match != nil {
			what = known.what(r)
			f.At = known.where(r)
			f.Help = known.help(r)
			break
		}
	}
	f.Message = r.stops(what, words)
	return f
}

// longWords is where BuildKit's words hold too much of the file to be shown.
const longWords = 200

// stops is the message: what is wrong, and BuildKit's words.
func (r refused) stops(what, words string) string {
	if errors.Is(r.Err, parser.ErrNotText) || errors.Is(r.Err, parser.ErrTooDeep) {
		return what // BuildKit has no words for it
	}
	if len(words) > longWords {
		words = rules.Clip(words)
	}
	build := "the build stops"
	if r.trigger {
		build = "every build on this image stops"
	}
	if what != "" {
		build = what + ", and " + build
	}
	return fmt.Sprintf("%s: `%s`", build, words)
}

// stray reports whether the verb is none.
func (r refused) stray() bool {
	return r.Instruction != nil && r.Instruction.IsUnknownVerb() && !r.trigger
}
