package execform

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
)

// unescape decodes a word that opens with the quote of JSON. Where it is not
// JSON, a backslash stands for itself.
func (r *arrayReader) unescape(value string, from, inner int) string {
	if inner >= 0 {
		r.fault(innerQuote, parser.Span{Start: inner, End: inner + 1})
		r.guess = true
		return value
	}
	var decoded string
	if json.Unmarshal([]byte(`"`+value+`"`), &decoded) == nil {
		return decoded
	}
	kind, at := r.badByte(value, from)
	if at.Empty() {
		return value
	}
	r.fault(kind, at)
	r.guess = r.guess || kind == badEscape && !isLetterOrDot(r.text[at.End-1])
	return strings.ReplaceAll(value, `\\`, `\`)
}

// badByte finds what JSON does not allow inside a string: an escape it does not
// know, or a control character.
func (r *arrayReader) badByte(value string, from int) (kind, parser.Span) {
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c < ' ':
			return controlCharacter, parser.Span{Start: from + i, End: from + i + 1}
		case c == '\\' && !isEscape(value[i+1:]):
			_, n := utf8.DecodeRuneInString(value[i+1:])
			return badEscape, parser.Span{Start: from + i, End: from + i + 1 + n}
		case c == '\\':
			i++
		}
	}
	return badEscape, parser.Span{}
}

// isEscape reports whether JSON knows the escape that follows a backslash.
func isEscape(behind string) bool {
	if !strings.HasPrefix(behind, "u") {
		return behind != "" && strings.Contains(`"\/bfnrt`, behind[:1])
	}
	_, err := strconv.ParseUint(behind[1:min(5, len(behind))], 16, 16)
	return err == nil && len(behind) >= 5
}

func isLetterOrDot(c byte) bool {
	return c == '.' || 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}
