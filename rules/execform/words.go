package execform

import (
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/rules"
)

// inExec writes a command instruction in exec form; of a long array the
// beginning.
func inExec(c *rules.Command, words ...string) string {
	const enough = 100
	array := rules.ExecForm(words[:min(len(words), enough)])
	if len(words) > enough {
		array = strings.TrimSuffix(array, "]") + ", …]"
	}
	return instruction(c) + " " + array
}

// inShell writes words as a shell's text that gives the same words, with the
// variables in them put in.
func inShell(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = shellQuote(w)
	}
	return strings.Join(quoted, " ")
}

var (
	plainWord = lazyregexp.New(`^[A-Za-z0-9_@%+=:,./-]+$`)
	// manyWords are names of variables that hold several words or none, so
	// that quotes around them would be wrong.
	manyWords = lazyregexp.New(`^\$\{?[A-Za-z0-9_]*(OPTS|OPTIONS|ARGS|ARGUMENTS|FLAGS|PARAMS|opts|options|args|flags|params)\}?$`)
	// kubernetesVariable is a variable as a pod's command has it; to a shell it
	// is a command.
	kubernetesVariable = lazyregexp.New(`\$\(([A-Z_][A-Z0-9_]*)\)`)
	inDouble           = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`")
)

func shellQuote(word string) string {
	switch {
	case plainWord.MatchString(word), manyWords.MatchString(word):
		return word
	case word == "$@":
		return `"$@"`
	case len(uses(word)) > 0:
		return `"` + inDouble.Replace(kubernetesVariable.ReplaceAllString(word, "$${$1}")) + `"`
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// hasVariable reports whether a shell would put something into one of the words.
func hasVariable(words []string) bool {
	for _, w := range words {
		if len(uses(w)) > 0 || strings.Contains(w, "`") || strings.Contains(w, "$(") {
			return true
		}
	}
	return false
}
