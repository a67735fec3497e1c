package shell_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestWaited(t *testing.T) {
	for text, want := range map[string]string{
		"srv":                      "",
		"migrate && srv":           "",
		"srv; echo done":           "srv",
		"srv || exit 1":            "srv",
		"srv | cat":                "srv",
		"srv & wait":               "srv",
		"srv & echo started":       "",
		"a; srv; true":             "srv",
		"echo $(srv)":              "",
		"f() { srv; }; true":       "",
		"if x; then srv; fi; true": "srv",
		"true":                     "",
		"(":                        "",
	} {
		c, ok := shell.Parse(text).Waited()
		assert.Equal(t, c.Name(), want, text)
		assert.Equal(t, ok, want != "", text)
	}
}
