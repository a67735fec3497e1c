package rules

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"gotest.tools/v3/assert"
)

func FuzzRawOffsets(f *testing.F) {
	for _, raw := range []string{`"plain"`, `"a \"b\" c"`, `"\u00e4\ud83d\ude00x"`, `"ä😀\t"`, `"\ud83dx\ud83d\ud83d"`, `""`, `"\\"`} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var value string
		if !utf8.ValidString(raw) || !strings.HasPrefix(raw, `"`) || !strings.HasSuffix(raw, `"`) || json.Unmarshal([]byte(raw), &value) != nil {
			return
		}
		at := rawOffsets(raw, len(value))
		assert.Equal(t, len(at), len(value)+1, raw)
		for lo, r := range value {
			part := raw[at[lo]:at[lo+utf8.RuneLen(r)]]
			var got string
			assert.NilError(t, json.Unmarshal([]byte(`"`+part+`"`), &got), "%q of %q", part, raw)
			assert.Equal(t, got, string(r), raw)
		}
	})
}
