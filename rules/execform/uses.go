package execform

import (
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// use is a variable that a word mentions.
type use struct {
	name       string
	text       string // as written, such as ${PORT}
	kubernetes bool   // written $(NAME)
}

// variable is a use as a shell writes it, behind what may escape it. ${a.b} is
// none: programs have their own syntax for that.
var variable = lazyregexp.New(`([\\$]?)\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)(?:\}|:?[-=?+][^}]*\}|[#%/^,\[][^}]*\})|\(([A-Z_][A-Z0-9_]*)\))`)

func uses(word string) []use {
	var all []use
	for _, m := range variable.FindAllStringSubmatch(word, -1) {
		if m[1] == "" {
			all = append(all, use{name: m[2] + m[3] + m[4], text: m[0], kubernetes: m[4] != ""})
		}
	}
	return all
}

var windowsVariable = lazyregexp.New(`%([A-Za-z_][A-Za-z0-9_]*)%`)

// windowsUses finds variables as cmd writes them.
func windowsUses(word string) []use {
	var all []use
	for _, m := range windowsVariable.FindAllStringSubmatch(word, -1) {
		all = append(all, use{name: m[1], text: m[0]})
	}
	return all
}

// list writes the variables for a message, each once.
func list(all []use) string {
	var texts []string
	seen := map[string]bool{}
	for _, u := range all {
		if !seen[u.text] {
			seen[u.text] = true
			texts = append(texts, "`"+u.text+"`")
		}
	}
	if n := len(texts); n > 1 {
		return strings.Join(texts[:n-1], ", ") + " and " + texts[n-1]
	}
	return texts[0]
}

func are(all []use) string {
	if strings.Contains(list(all), " and ") {
		return "are"
	}
	return "is"
}
