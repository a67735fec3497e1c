package script_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/cputime"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
)

// lines repeats a line with its number, and ends as scripts do.
func lines(n int, format string) string {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, format+"\n", i)
	}
	return text.String() + "exec \"$@\"\n"
}

// Values that double with each line, and work that grows with what was there
// before, would fill any memory and take any time.
func TestGrowingValues(t *testing.T) {
	for name, text := range map[string]string{
		"arguments":           lines(200, `set -- "$@" "$@" # %d`),
		"a variable":          "a=xxxxxxxxxx\n" + lines(200, `a="$a$a" # %d`),
		"all arguments":       lines(200, `set -- "$*$*" # %d`),
		"arguments of values": "a=" + strings.Repeat("x", 16_000) + "\n" + lines(1, "set -- "+strings.Repeat(`"$a" "$a$a" `, 20_000)+"# %d"),
		"an end taken off":    "x=" + strings.Repeat("a", 16_000) + "\n" + lines(200, "y=${x%%a*} # %d"),
		"short ends":          "x=" + strings.Repeat("a", 500) + "\n" + lines(5_000, "y=${x%%b*} # %d"),
		"branches":            "case $1 in\n" + strings.TrimSuffix(lines(5_000, `a%[1]d*|b?[a-z]*%[1]d) set -- x "$@";;`), "exec \"$@\"\n") + "esac\nexec \"$@\"",
		"a long test":         lines(1, "[ "+strings.Repeat("a -a ", 100_000)+"a ] && b%d"),
		"a long function":     "f() { " + strings.Repeat("a && ", 1_000) + "b; }\n" + lines(5_000, "f # %d"),
	} {
		t.Run(name, func(t *testing.T) {
			for _, facts := range []script.Facts{{Args: []string{"srv"}}, {AnyArgs: true}} {
				start := cputime.Used()
				ways, _ := script.Ways(shell.ParseScript("#!/bin/bash\n"+text), facts)
				assert.Check(t, cputime.Used()-start < 5*time.Second, "it took %v", cputime.Used()-start)
				for _, w := range ways {
					assert.Check(t, len(w.Argv) <= 1_026 && len(strings.Join(w.Argv, "")) < 20<<20)
				}
			}
		})
	}
}

// A script that is too much to follow says so; none takes more than a moment.
func TestLongScripts(t *testing.T) {
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
		"set -- \"$@\" \"$@\"; exec \"$*\"", "a=$a$a; exec ${a%%x*} ${a#\"$1\"}", "case $1 in a) b ;& c) d ;;& *) exec e ;; esac",
		"f() { local a=1 b; declare -n r=a; ((a++)); let b=a+2; }; f; exec $a $((b ? a : 0))", "[[ $1 =~ ^s.*v$ ]] && exec \"$@\"; unset X; exec ${X-a} ${X:=b} ${X+c}",
		"cd /app; . lib.sh; srv", ". \"$(cd \"$(dirname \"$0\")\" && pwd)/lib.sh\"; . /x; run_it", "eval \"exec $@\"; eval \"$(cat /x)\"; alias a=b; a",
		"web() { srv; }; \"$1\"; \"w$2\"", "srv & fg %1", "until srv; do sleep 1; done; cron && tail -f x", "while ((n++ < 3)); do f; done; # \xe9",
	} {
		f.Add(text, "srv -p")
	}
	f.Fuzz(func(t *testing.T, text, args string) {
		parsed := shell.ParseScript(text)
		sourced := func(name string) *shell.Text {
			if name == "/app/lib.sh" {
				return parsed
			}
			return nil
		}
		ways, _ := script.Ways(parsed, script.Facts{Zero: "/app/e.sh", Dir: "/app", Args: strings.Fields(args), Root: shell.Yes, Sourced: sourced})
		for _, w := range ways {
			assert.Assert(t, w.Start >= 0 && w.Start < w.End && w.End <= len(w.In.Src), "[%d, %d) of %d bytes", w.Start, w.End, len(w.In.Src))
			assert.Assert(t, len(w.Argv) > 0)
		}
	})
}
