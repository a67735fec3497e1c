package config_test

import (
	"errors"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/rules/all"
)

// A mistake in the YAML has the line it is in.
func TestLineOfSyntaxErrors(t *testing.T) {
	for text, want := range map[string]int{
		"fail-on: error\nexclude: [a\nrequire-reason: true\n":   2,
		"fail-on: error\nrules:\n  EP101: off\n\tEP102: off\n":  4,
		"fail-on: error\nrules:\n  EP101: off\n exclude: [x]\n": 4,
		"a: [":                           1,
		"a: [\n":                         1,
		"a: b: c\n":                      1,
		"x: 1\ny: 'abc\nz: 2\n":          2,
		"x: 1\n- y\n":                    2,
		"x: 1\ny: *foo\n":                2,
		"x: 1\ny: {a: 1\nz: 2\n":         2,
		"x: 1\n\ny: @a\n":                3,
		"x: 1\ny: 2\n  z: 3\n":           3,
		"x: 1\n? y\n: {{}\n":             3,
		"\t":                             1,
		"rules: {EP101: off}\n...\nx: [": 0, // what follows the document is not read
	} {
		_, err := config.Read("x", []byte(text), all.Modules())
		at := (*config.Error)(nil)
		assert.Assert(t, errors.As(err, &at), "%q: %v", text, err)
		if want > 0 {
			assert.Equal(t, at.Line, want, "%q: %v", text, err)
		}
	}
}
