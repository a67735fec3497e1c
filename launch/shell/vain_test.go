package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestVainExecs(t *testing.T) {
	for src, want := range map[string]string{
		"exec a":                             "",
		"exec a | b":                         "a pipe",
		"x && exec a | b":                    "a pipe",
		"a | exec b":                         "b pipe last",
		"a | exec b | c":                     "b pipe last",
		"{ x; exec a; } | b":                 "a pipe",
		"if x; then exec a | b; fi":          "a pipe",
		"exec a & wait":                      "a background",
		"x; exec a &":                        "a background",
		"x && exec a & wait":                 "",
		"(exec a) & wait":                    "",
		"(exec a)":                           "a subshell",
		"x; (y && exec a)":                   "a subshell",
		"(exec a); b":                        "",
		"a $(exec b) <(exec c)":              "",
		"exec > log | b":                     "",
		"f() { exec a | b; }; f":             "",
		"x || exec a 2>&1 | exec b --option": "a pipe, b pipe last",
	} {
		var found []string
		for _, v := range shell.Parse(src).VainExecs() {
			said := v.Name()
			for word, is := range map[string]bool{" pipe": v.In.Pipe, " background": v.In.Background, " subshell": v.In.Subshell} {
				if is {
					said += word
				}
			}
			if v.Last {
				said += " last"
			}
			found = append(found, said)
		}
		assert.Equal(t, strings.Join(found, ", "), want, src)
	}
}
