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

// rawOffsets returns where, in a JSON string with its quotes, each byte of its
// value stands, and where the value ends; nil where the value is not as long as
// the string says, which invalid UTF-8 does.
func rawOffsets(raw string, length int) []int {
	offsets := make([]int, 0, length+1)
	at := len(`"`)
	for len(offsets) < length && at < len(raw) {
		width, bytes := escape(raw[at:])
		for range bytes {
			offsets = append(offsets, at)
		}
		at += width
	}
	if len(offsets) != length || at != len(raw)-len(`"`) {
		return nil
	}
	return append(offsets, at)
}

// escape returns how many bytes of a JSON string its first character takes,
// and how many its value has. A pair of surrogates is one character.
func escape(s string) (width, length int) {
	const long = len(`\u0000`)
	switch {
	case s[0] != '\\':
		return 1, 1
	case !strings.HasPrefix(s, `\u`):
		return 2, 1
	case len(s) >= 2*long && unquote(s[:2*long]) > 0xFFFF:
		return 2 * long, utf8.UTFMax
	}
	return long, utf8.RuneLen(unquote(s[:min(long, len(s))]))
}

// unquote returns the first rune of what a JSON string stands for.
func unquote(s string) rune {
	var value string
	if json.Unmarshal([]byte(`"`+s+`"`), &value) != nil {
		return utf8.RuneError
	}
	r, _ := utf8.DecodeRuneInString(value)
	return r
}
