package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestCommands(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"service x start && tail -f /dev/null", "service tail"},
		{"A=$(cut -f1 x) if-up; exec srv", "if-up srv"},
		{"if [ -f a ]; then cp a b; fi; (cd /x && srv &) | cat", "[ cp cd srv cat"},
		{"f() { hidden; }; f; $CMD x", "f "},
		{"sh -c 'not read'; srv &", "sh srv"},
		{"broken ' quote", ""},
	} {
		var names []string
		for _, cmd := range shell.Parse(c.text).Commands() {
			names = append(names, cmd.Name())
		}
		assert.Equal(t, strings.Join(names, " "), c.want, c.text)
	}
}
