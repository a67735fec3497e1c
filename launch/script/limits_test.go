package script_test

import (
	"fmt"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
)

// A script that is too much to follow says so; none takes more than a moment.
func TestLongScripts(t *testing.T) {
	lines := func(n int, format string) string {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, format+"\n", i)
		}
		return text.String() + "exec \"$@\"\n"
	}
	for _, tc := range []struct {
		name, text string
		followed   bool
	}{
		{"variables", lines(5_000, "v%d=x"), true},
		{"conditions", lines(2_000, `if [ "$X" = %d ]; then a=1; fi`), true},
		{"programs", lines(2_000, "[ -f x ] && prog%d"), true},
		{"too many commands", lines(30_000, "v%d=x"), false},
		{"calls that double", "f0() { :; }\n" + lines(30, "f() { f; f; }; f # %d"), false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, ok := script.Ways(shell.ParseScript(tc.text), script.Facts{Args: []string{"srv"}})
			assert.Equal(t, ok, tc.followed)
		})
	}
}

func FuzzWays(f *testing.F) {
	for _, text := range []string{
		"exec \"$@\"", "set -- a \"$@\"\nexec $1 ${2#x}", "f() { f \"$@\"; }; f a b", "case $1 in a*) exec b ;; esac",
		"while [ $# -gt 0 ]; do shift; done; srv &\nwait", "[[ ${1:0:1} = - && $# > 1 ]] || exit 1", "if ! f; then exec \"${a[@]}\"; fi",
	} {
		f.Add(text, "srv -p")
	}
	f.Fuzz(func(t *testing.T, text, args string) {
		parsed := shell.ParseScript(text)
		ways, _ := script.Ways(parsed, script.Facts{Zero: "/e.sh", Args: strings.Fields(args), Root: shell.Yes})
		for _, w := range ways {
			assert.Assert(t, w.Start >= 0 && w.Start < w.End && w.End <= len(w.In.Src), "[%d, %d) of %d bytes", w.Start, w.End, len(w.In.Src))
			assert.Assert(t, len(w.Argv) > 0)
		}
	})
}
