package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

// describe writes a last command the way the tables below do: its words, then
// what is true of it.
func describe(text string) string {
	c, ok := shell.Parse(text).Last()
	if !ok {
		return ""
	}
	var words []string
	for _, w := range c.Words {
		words = append(words, w.Src)
	}
	out := strings.Join(words, " ")
	for _, fact := range []struct {
		name string
		true bool
	}{
		{"exec", c.Exec},
		{"assigned", c.Assigned},
		{"redirected", c.Redirected},
		{"sequence", c.In.Sequence},
		{"andor", c.In.AndOr},
		{"or", c.In.Or},
		{"jobs", c.In.Jobs},
		{"pipe", c.In.Pipe},
		{"background", c.In.Background},
		{"subshell", c.In.Subshell},
		{"group", c.In.Group},
		{"branch", c.In.Branch},
		{"negated", c.In.Negated},
		{"alone", c.Alone()},
	} {
		if fact.true {
			out += " +" + fact.name
		}
	}
	return out
}

func TestLast(t *testing.T) {
	for text, want := range map[string]string{
		`srv`:                                "srv +alone",
		`srv --port "$PORT" 'a b'`:           `srv --port "$PORT" 'a b' +alone`,
		`exec srv`:                           "srv +exec +alone",
		`exec -a name srv`:                   "srv +exec +alone",
		`exec -c -l -- srv -a`:               "srv -a +exec +alone",
		`FOO=1 BAR=2 srv`:                    "srv +assigned +alone",
		`srv > log 2>&1`:                     "srv +redirected +alone",
		`srv <<EOF` + "\nx\nEOF":             "srv +redirected +alone",
		`a && b && srv`:                      "srv +andor",
		`a || srv`:                           "srv +andor +or",
		`a || b && srv`:                      "srv +andor",
		`a; srv`:                             "srv +sequence",
		"a\n\nsrv\n":                         "srv +sequence",
		`a & srv`:                            "srv +sequence +jobs",
		`srv &`:                              "srv +background",
		`a && srv &`:                         "srv +andor +background",
		`coproc srv`:                         "",
		`srv | tee log`:                      "tee log +pipe",
		`srv |& tee log`:                     "tee log +pipe",
		`a && srv | tee log`:                 "tee log +andor +pipe",
		`(cd /x && srv)`:                     "srv +andor +subshell",
		`{ a; srv; } > log`:                  "srv +redirected +sequence +group",
		`! srv`:                              "srv +negated",
		`if a; then srv; fi`:                 "srv +branch",
		`if a; then exec x; else srv; fi`:    "srv +branch",
		`if a; then exec x; else exec y; fi`: "x +exec +branch",
		`if a; then exec x; elif b; then exec y; fi`: "x +exec +branch",
		`case $1 in a) exec x;; *) srv;; esac`:       "srv +branch",
		`case $1 in a) while :; do x; done;; esac`:   "",
		`while true; do srv; done`:                   "",
		`for i in 1 2; do srv; done`:                 "",
		`f() { srv; }; f`:                            "",
		`f() { srv; }`:                               "",
		`f() { a; }; srv`:                            "srv +sequence",
		`[[ -f x ]]`:                                 "",
		`time srv`:                                   "",
		`FOO=1`:                                      "",
		`exec > log`:                                 "",
		`exec`:                                       "",
		`export A=1`:                                 "",
		``:                                           "",
		`# only a comment`:                           "",
		`srv "unclosed`:                              "",
	} {
		assert.Equal(t, describe(text), want, text)
	}
}

// The offsets are those of the words, so that exec can be put in front.
func TestLastStandsAt(t *testing.T) {
	for text, want := range map[string]string{
		`cd /x && FOO=1 srv -a > log`:       "srv -a",
		`a; exec srv "$@" &`:                `exec srv "$@"`,
		"set -e\n  srv \\\n --port 80 || :": ":",
		`if a; then "my srv" b; fi`:         `"my srv" b`,
	} {
		c, ok := shell.Parse(text).Last()
		assert.Assert(t, ok, text)
		assert.Equal(t, text[c.Start:c.End], want)
		for _, w := range c.Words {
			assert.Equal(t, text[w.Start:w.End], w.Src)
		}
	}
}

func TestName(t *testing.T) {
	for text, want := range map[string]string{
		`srv`: "srv", `/usr/bin/srv -x`: "srv", `./srv`: "srv", `"my srv"`: "my srv", `$APP x`: "", `exec /a/b`: "b",
		`s\rv`: "srv", `~/srv`: "", `*/srv`: "",
	} {
		c, ok := shell.Parse(text).Last()
		assert.Assert(t, ok, text)
		assert.Equal(t, c.Name(), want, text)
	}
}

// A text bash refuses may still be one a plain POSIX shell takes.
func TestParseFallsBackToPOSIX(t *testing.T) {
	text := shell.Parse(`select = 1`)
	assert.NilError(t, text.Err)
	c, ok := text.Last()
	assert.Assert(t, ok)
	assert.Equal(t, c.Name(), "select")
}
