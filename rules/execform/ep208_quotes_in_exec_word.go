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

var quotesInExecWord = &rules.Rule{
	Code:     "EP208",
	Name:     "quotes-in-exec-word",
	Summary:  "quotes inside a word of an array, which only a shell would take off",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkQuotesInExecWord,
}

func checkQuotesInExecWord(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Form != parser.Exec || onWindows(c) || !slices.ContainsFunc(c.Words, isQuoted) || !c.Effective() || forImagesProgram(c) {
			continue
		}
		to := passedOn(c)
		if slices.ContainsFunc(to.argv, takesOffQuotes) {
			continue
		}
		var found []rules.Finding
		words, taken := c.Strings(), readOtherwise(c, to)
		for i, w := range c.Words {
			message, severity := quotesMessage(c, to, taken, i)
			if message != "" {
				words[i], _ = withoutQuotes(w.Value)
				found = append(found, rules.Finding{At: w.Span, Severity: severity, Message: message})
			}
		}
		help := "Leave the quotes out: " + inExec(c, words...)
		for _, f := range found {
			f.Help = help
			p.Report(f)
		}
	}
}

// quotesMessage is about the quotes of one word; "" where it has none, or where
// they may be meant.
func quotesMessage(c *rules.Command, to passed, taken []bool, i int) (string, rules.Severity) {
	word, at := c.Words[i], to.first+i
	switch {
	case !isQuoted(word):
		return "", rules.Unset
	case to.starts && to.prog.word == i:
		return fmt.Sprintf("the quotes in `%s` belong to the program's name: %s", rules.Clip(word.Value), to.prog.answer(c)), rules.Error
	case taken == nil:
		return "", rules.Unset
	case at > 1 && to.argv[at-1] == "-g" && path.Base(to.argv[at-2]) == "nginx": // a directive without quotes
	case property.MatchString(word.Value) && !keptByJava(to.argv, at):
		return "", rules.Unset
	case taken[at] || at > 0 && takesQuotes(to.argv[at-1]):
		return "", rules.Unset
	}
	return fmt.Sprintf("exec form has no shell that takes off the quotes: %s `%s`", gets(to), rules.Clip(word.Value)), rules.Unset
}

// keptByJava reports whether a property is one of java itself, and no value in
// which quotes may have a meaning.
func keptByJava(argv []string, at int) bool {
	name, _, _ := strings.Cut(argv[at], "=")
	return ownOption(argv, at) == "java" && !quotesOption.MatchString(name)
}

func isQuoted(w parser.Word) bool { _, ok := withoutQuotes(w.Value); return ok }

// property matches a property of java with its value in quotes, which java keeps.
// Other programs that read -Dname have their own idea of quotes.
var property = lazyregexp.New(`^(-D[A-Za-z][A-Za-z0-9_.-]*=)("[^"]*"|'[^']*')$`)

// quotedValue matches an option with its value in quotes.
var quotedValue = lazyregexp.New(`^(--?[A-CE-Za-z][A-Za-z0-9_.-]*=)("[^"]*"|'[^']*')$`)

// withoutQuotes returns what a shell would make of a word whose quotes hold it,
// or the value of the option in it, from end to end.
func withoutQuotes(word string) (string, bool) {
	if inner, ok := quotedText(word); ok {
		return inner, strings.TrimSpace(inner) != ""
	}
	if !strings.ContainsAny(word, `"'`) {
		return "", false
	}
	m := quotedValue.FindStringSubmatch(word)
	if m == nil {
		m = property.FindStringSubmatch(word)
	}
	if m != nil {
		return m[1] + m[2][1:len(m[2])-1], true
	}
	return "", false
}

// unquoters are programs that take quotes off their arguments themselves, or
// whose arguments are text for people: traitlets' command line, on which Jupyter
// is built, removes them from strings (traitlets, Unicode.from_string).
var unquoters = lazyregexp.New(`^(jupyter|jupyterhub|ipython)[0-9.]*(-[a-z]+)?$|^(echo|printf)$`)

func takesOffQuotes(word string) bool { return unquoters.MatchString(path.Base(word)) }

// quotesOption matches an option whose value is code, a filter or data, in
// which quotes have a meaning.
var quotesOption = lazyregexp.New(`(?i)(filter|query|eval|exec|expr|sql|json|yaml|label|format|regex|pattern|select|string|script|code|value|set|define|constraint|rule)[a-z]*$|^-[a-z]*[cdeo]$`)

func takesQuotes(option string) bool {
	return strings.HasPrefix(option, "-") && !strings.Contains(option, "=") && quotesOption.MatchString(option)
}
