package fold

import (
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

// answer is the class that rows give a tag.
func answer(rows []Row, tag string) int {
	for _, r := range rows {
		if r.Patterns == nil || slices.ContainsFunc(r.Patterns, func(p string) bool {
			ok, _ := path.Match(p, tag)
			return ok
		}) {
			return r.Class
		}
	}
	panic("the last row has patterns")
}

func inWords(rows []Row) string {
	var words []string
	for _, r := range rows {
		words = append(words, fmt.Sprintf("%d %s", r.Class, strings.Join(r.Patterns, " ")))
	}
	return strings.Join(words, "; ")
}

// tags reads "CLASS: tag tag*", where a star marks a tag of today and ? stands
// for Unknown.
func tags(text string) []Tag {
	var all []Tag
	for line := range strings.Lines(strings.TrimSpace(text)) {
		class, names, _ := strings.Cut(strings.TrimSpace(line), ":")
		n := Unknown
		if class != "?" {
			_, _ = fmt.Sscan(class, &n)
		}
		for _, name := range strings.Fields(names) {
			all = append(all, Tag{strings.TrimSuffix(name, "*"), n, strings.HasSuffix(name, "*")})
		}
	}
	return all
}

func TestRows(t *testing.T) {
	for _, c := range []struct{ why, tags, want string }{
		{"one class needs no patterns", "0: latest* 1.2* 1*", "0 "},
		{"a family", "0: latest* 1.2.3* 1.2*\n1: alpine* 1.2.3-alpine* 1.2-alpine*", "1 *alpine; 0 "},
		{
			"an old release of a family stands before it",
			"0: latest* 2.0.1* 2*\n1: alpine* 2.0.1-alpine* 2-alpine* 2.0-alpine*\n2: 1.0-alpine 1.0.1-alpine 1.0.2-alpine 1.1-alpine 1-alpine",
			"2 1*; 1 *alpine; 0 ",
		},
		{"one old tag alone is not worth a row", "0: latest* 2*\n1: 1.5", "-1 1*; 0 "},
		{"one tag of today is", "0: latest* 2*\n1: slim*", "1 slim; 0 "},
		{"what could not be read is unknown", "0: latest* 2*\n?: 1.0 1.1 1.2", "-1 1*; 0 "},
		{"digits make a range", "0: latest* 9.0*\n?: 3.1 3.2 3.3 3.5\n0: 3.4* 3.6* 3.7* 3.8* 3.9*", "-1 3.[1-35]; 0 "},
		{
			"a pattern that will match the next patch release",
			"0: latest* 2.1.7* 2.1.6 2.1.5\n1: 2.1.7-slim*\n?: 2.0.1-slim 2.0.2-slim",
			"-1 2.0*; 1 *slim; 0 ",
		},
		{
			"many releases with facts of their own are left unknown",
			"0: latest* 5.9*\n" + numbered(100),
			"-1 5*; 0 ",
		},
	} {
		t.Run(c.why, func(t *testing.T) {
			assert.Equal(t, inWords(Rows(tags(c.tags))), c.want)
		})
	}
}

// numbered are n tags, each of a class of its own.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d: 5.%d\n", i+1, i)
	}
	return b.String()
}

// Whatever the tags are: none gets facts that are not its own, and one of today
// is not left without an answer.
func TestRowsAreRight(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	suffixes := []string{"", "-alpine", "-alpine3.20", "-slim", "-slim-bookworm", "-fpm-alpine", "-windowsservercore-ltsc2022", "_8-jre"}
	for range 10 {
		seen := map[string]bool{}
		var all []Tag
		for range 60 {
			name := fmt.Sprintf("%d.%d%s", rnd.IntN(3), rnd.IntN(25), suffixes[rnd.IntN(len(suffixes))])
			if !seen[name] {
				seen[name] = true
				all = append(all, Tag{name, rnd.IntN(6) - 1, rnd.IntN(4) == 0})
			}
		}
		rows := Rows(all)
		for _, tag := range all {
			got := answer(rows, tag.Name)
			assert.Assert(t, got == tag.Class || got == Unknown, "%s: %d in place of %d by %s", tag.Name, got, tag.Class, inWords(rows))
		}
		assert.Equal(t, inWords(rows), inWords(Rows(all)), "twice the same tags")
	}
}

func TestClassOfDigits(t *testing.T) {
	for want, digits := range map[string]string{"0-3": "0123", "015": "015", "0-25-79": "0125679", "12": "12"} {
		assert.Equal(t, class(strings.Split(digits, "")), want)
	}
}
