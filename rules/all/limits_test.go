package all_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gotest.tools/v3/assert"
)

// Twice the file may take twice the time, not four times: each kind of file is
// linted in two sizes, and the ratio of the best times must stay well below the
// square.
func TestTimeIsLinear(t *testing.T) {
	const small, factor = 1500, 8
	for name, file := range map[string]func(n int) string{
		"instructions":  repeated("RUN echo hello\n"),
		"variables":     repeated("ENV A=$X B=$A\n"),
		"commands":      repeated("CMD srv $X\n"),
		"refused words": repeated("CMD [\"a\", 1]\n"),
		"unknown verbs": repeated("foo bar\n"),
		"triggers":      repeated("ONBUILD CMD x\n"),
		"suppressions":  repeated("# entrylint ignore=EP306 -- x\nCMD srv\n"),
		"long array":    func(n int) string { return "FROM debian:12\nCMD [\\\n" + strings.Repeat("\"a\",\\\n", n) + "\"b\"]\n" },
		"broken array":  func(n int) string { return "FROM debian:12\nCMD [\\\n" + strings.Repeat("'a',\\\n", n) + "'b']\n" },
		"continuations": func(n int) string { return "FROM debian:12\nRUN x \\\n" + strings.Repeat("  && y \\\n", n) + "z\n" },
		"stages":        stages,
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

func repeated(line string) func(int) string {
	return func(n int) string { return "FROM debian:12\nENV X=1\n" + strings.Repeat(line, n) }
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
		start := cpuTime()
		lint(dockerfile)
		shortest = min(shortest, cpuTime()-start)
	}
	return shortest
}
