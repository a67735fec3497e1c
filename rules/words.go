package rules

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// ExecForm writes words as a JSON array, the way people write it: ["a", "b"].
func ExecForm(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

func quote(word string) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if enc.Encode(word) != nil {
		return `""`
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// clipAt is how many code points of a value a message shows.
const clipAt = 60

// Clip shortens a value for a message and folds its white space.
func Clip(value string) string {
	value = strings.Join(strings.Fields(value), " ")
	if utf8.RuneCountInString(value) <= clipAt {
		return value
	}
	return string([]rune(value)[:clipAt-1]) + "…"
}
