package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var optionAndValueInOneWord = &rules.Rule{
	Code:     "EP209",
	Name:     "option-and-value-in-one-word",
	Summary:  "an option and its value are one word of an array, and one argument of the program",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkOptionAndValueInOneWord,
}

func checkOptionAndValueInOneWord(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Form != parser.Exec || !slices.ContainsFunc(c.Words, hasBlankBehindOption) || !c.Effective() {
			continue
		}
		to := passedOn(c)
		words, joined := separated(c, to)
		help := "Write one word for each: " + inExec(c, words...)
		for _, w := range joined {
			p.Report(rules.Finding{
				At:      w.Span,
				Message: fmt.Sprintf("`%s` is one word: %s one argument, blanks included", rules.Clip(w.Value), gets(to)),
				Help:    help,
			})
		}
	}
}

// separated returns the words of a command with those taken apart that hold an
// option and its value, and which of these matter.
func separated(c *rules.Command, to passed) (words []string, joined []parser.Word) {
	taken := readOtherwise(c, to)
	for i, w := range c.Words {
		at := to.first + i
		if shellRefuses(c.Launch, to, i) {
			words, joined = append(words, splitText(w.Value)...), append(joined, w)
			continue
		}
		refused := hasBlankBehindOption(w) && refusesBlank(to.argv, at)
		if !isOptionAndValue(w) && !refused || to.starts && to.prog.word == i || taken == nil || mayHoldBlanks(to, taken, at) {
			words = append(words, w.Value)
			continue
		}
		words = append(words, splitOption(w.Value)...)
		if refused || !skipsBlank(to.argv, at) {
			joined = append(joined, w)
		}
	}
	return words, joined
}

// mayHoldBlanks reports whether something reads a word as more than an argument.
func mayHoldBlanks(to passed, taken []bool, at int) bool {
	return taken[at] || at > 0 && takesText(to.argv[at-1])
}

// optionAndValue matches an option, a blank, and what looks like a value, a
// file or a further option, but not like text.
var optionAndValue = lazyregexp.New(`^--?[A-Za-z][A-Za-z0-9_.-]*[ \t]+[^ \t]+([ \t]+-[^ \t]+([ \t]+[^ \t-][^ \t]*)?)*[ \t]*$`)

func isOptionAndValue(w parser.Word) bool {
	return strings.HasPrefix(w.Value, "-") && strings.ContainsAny(w.Value, " \t") && optionAndValue.MatchString(w.Value)
}

// textOption matches an option whose value is text with options in it, for
// another program or for the same one to split.
var textOption = lazyregexp.New(`(?i)(arg|opt|flag|param|command|cmd|exec|extra|java|jvm)[a-z]*$|^-[cegJoW]$|^-[a-z]*c$`)

func takesText(option string) bool {
	return strings.HasPrefix(option, "-") && !strings.Contains(option, "=") && textOption.MatchString(option)
}

// splitOption splits at blanks, and leaves quotes off that held one value.
func splitOption(word string) []string {
	words := strings.Fields(word)
	for i, w := range words {
		if inner, ok := quotedText(w); ok {
			words[i] = inner
		}
	}
	return words
}

// Programs that take the blank off the value of a short option: every value
// (gunicorn 20.1, validate_string), and numbers (memcached 1.6). Measured.
// http-server 14.1 does not, not even off a port.
var (
	nginx        = lazyregexp.New(`^(nginx|openresty)(-debug)?$`)
	strips       = lazyregexp.New(`^gunicorn[0-9.]*$`)
	readsNumbers = lazyregexp.New(`^memcached$`)
	shortNumber  = lazyregexp.New(`^-[A-Za-z][ \t]+[0-9]+$`)
)

// skipsBlank reports whether a short option and its value are read well although
// they are one word.
func skipsBlank(argv []string, at int) bool {
	word := argv[at]
	if strings.HasPrefix(word, "-g") && slices.ContainsFunc(argv[:at], func(w string) bool { return nginx.MatchString(path.Base(w)) }) {
		return true // what stands behind it is a piece of configuration
	}
	return !strings.HasPrefix(word, "--") && len(strings.Fields(word)) == 2 && slices.ContainsFunc(argv[:at], func(w string) bool {
		name := path.Base(w)
		return strips.MatchString(name) || readsNumbers.MatchString(name) && shortNumber.MatchString(word)
	})
}
