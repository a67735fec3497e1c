package all_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/cputime"
)

// Twice the file may take twice the time, not four times: each kind of file is
// linted in two sizes, and the ratio of the best times must stay well below the
// square.
func TestTimeIsLinear(t *testing.T) {
	const small, factor = 1500, 8
	for name, file := range map[string]func(n int) string{
		"instructions":             repeated("RUN echo hello\n"),
		"variables":                repeated("ENV A=$X B=$A\n"),
		"commands":                 repeated("CMD srv $X\n"),
		"refused words":            repeated("CMD [\"a\", 1]\n"),
		"unknown verbs":            repeated("foo bar\n"),
		"triggers":                 repeated("ONBUILD CMD x\n"),
		"suppressions":             repeated("# entrylint ignore=EP306 -- x\nCMD srv\n"),
		"shells":                   repeated("SHELL [\"/bin/bash\", \"-c\"]\nCMD srv $X\nENTRYPOINT srv\n"),
		"long array":               array(`"a"`),
		"variables in words":       array(`"$X"`),
		"quoted words":             array(`"'x'"`),
		"options in words":         array(`"--x y"`),
		"patterns in words":        array(`"*.x"`),
		"substitutions in words":   array(`"$(x y)"`),
		"code in words":            array(`"-c", "x $X"`),
		"programs with expansions": array(`"npm", "perl", "-e", "$X"`),
		"commands in a text":       text("x $X &&"),
		"misspelled suppressions": func(n int) string {
			return "FROM debian:12\n# entrylint ignore=" + strings.Repeat("EP1O2,", n/4) + "EP102\nCMD srv x\n"
		},
		"broken array":  func(n int) string { return "FROM debian:12\nCMD [\\\n" + strings.Repeat("'a',\\\n", n) + "'b']\n" },
		"continuations": func(n int) string { return "FROM debian:12\nRUN x \\\n" + strings.Repeat("  && y \\\n", n) + "z\n" },
		"stages":        stages,
		"copies":        copies,
	} {
		t.Run(name, func(t *testing.T) {
			base, large := best(file(small)), best(file(small*factor))
			holds := func() bool { return large < base*factor*factor/2+20*time.Millisecond }
			for range 5 { // another program may have taken the processor
				if !holds() {
					base, large = min(base, best(file(small))), min(large, best(file(small*factor)))
				}
			}
			assert.Assert(t, holds(), "%d: %v, %d: %v", small, base, small*factor, large)
		})
	}
}

// An array as long as a file has a finding in each word, and must not be quoted
// in each of them.
func TestTextsAreBounded(t *testing.T) {
	res := lint(array(`"$X y"`)(8000))
	assert.Assert(t, len(res.Findings) > 1000)
	for _, f := range res.Findings {
		assert.Assert(t, len(f.Message)+len(f.Help) < 5000)
	}
}

func repeated(line string) func(int) string {
	return func(n int) string { return "FROM debian:12\nENV X=1\n" + strings.Repeat(line, n) }
}

func array(word string) func(int) string {
	return func(n int) string {
		return "FROM debian:12\nARG X=1\nENTRYPOINT [\"cat\", \\\n" + strings.Repeat(word+",\\\n", n/4) + "\"b\"]\n"
	}
}

func text(part string) func(int) string {
	return func(n int) string {
		return "FROM debian:12\nARG X=1\nCMD srv \\\n" + strings.Repeat(part+" \\\n", n/4) + "x\n"
	}
}

func copies(n int) string {
	var out strings.Builder
	out.WriteString("FROM debian:12 AS s0\nCMD [\"x\"]\n")
	for i := 1; i < n/2; i++ {
		fmt.Fprintf(&out, "FROM debian:12 AS s%d\nCOPY --from=s%d /a /b\nCMD [\"x\"]\n", i, i-1)
	}
	return out.String()
}

func stages(n int) string {
	var out strings.Builder
	out.WriteString("FROM debian:12 AS s0\nENTRYPOINT x\nCMD y\n")
	for i := 1; i < n/4; i++ {
		fmt.Fprintf(&out, "FROM s%d AS s%d\nENV A$X=$B\nENTRYPOINT foo\nCMD b $C\n", i-1, i)
	}
	return out.String()
}

// best is the shortest of three times, the one least disturbed.
func best(dockerfile string) time.Duration {
	shortest := time.Hour
	for range 3 {
		start := cputime.Used()
		lint(dockerfile)
		shortest = min(shortest, cputime.Used()-start)
	}
	return shortest
}
