package execform

import (
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/internal/wordset"
)

var (
	operator    = lazyregexp.New(`^(&&|\|\||;|\||&|<|([0-9]|&)?>>?)$`)
	control     = lazyregexp.New(`^(&&|\|\||;|\||&)$`)
	redirection = lazyregexp.New(`^([0-9]?>&[0-9-]|([0-9]|&)?>>?[A-Za-z_./][A-Za-z0-9_./-]*)$`)
)

// brackets are words that a shell reads without quotes as well.
const brackets wordset.Set = "[ ] [[ ]] { } !"

// isOperatorWord reports whether a word is an operator of the shell or a
// redirection, and nothing else.
func isOperatorWord(word string) bool {
	return operator.MatchString(word) || redirection.MatchString(word)
}

// typed writes words as a shell's text, with what a shell acts on left as it
// stands: the way its author would type them.
func typed(words []string) string {
	var out []string
	both := false // outputs go to the file that follows
	for i, w := range words {
		if strings.HasPrefix(w, "&>") { // bash's; to other shells the & is the background
			w, both = w[1:], true
		}
		switch {
		case isOperatorWord(w), brackets.Has(w), isPattern(w), isTilde(w), isSubstitution(w), assignment.MatchString(w):
		case i > 0 && isLine(words[i:i+1]) && control.MatchString(words[i-1]): // a command line behind the operator
		default:
			w = shellQuote(w)
		}
		if out = append(out, w); both && strings.Trim(w, ">") != "" {
			out, both = append(out, "2>&1"), false
		}
	}
	return strings.Join(out, " ")
}

var (
	patternWord  = lazyregexp.New(`^[A-Za-z0-9_./-]*\*[A-Za-z0-9_./*-]*$`)
	bracesWord   = lazyregexp.New(`^[A-Za-z0-9_./-]*\{[A-Za-z0-9_.-]+(,[A-Za-z0-9_.-]+)+\}[A-Za-z0-9_./-]*$`)
	substitution = lazyregexp.New("\\$\\([^()]*[a-z ][^()]*\\)|^[^` ]*`[^`]+`[^` ]*$") // backquotes in prose are none
)

// isPattern reports whether a word is a path with a pattern in it that a shell
// replaces by the files it fits. A lone * is a value to many programs.
func isPattern(word string) bool {
	return word != "*" && !strings.HasPrefix(word, "-") && (patternWord.MatchString(word) || bracesWord.MatchString(word))
}

func isTilde(word string) bool { return strings.HasPrefix(word, "~/") }

func isSubstitution(word string) bool { return substitution.MatchString(word) }
