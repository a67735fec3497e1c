package shell_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

// replaced is measured: srv prints its process number, which is that of the
// shell (x) or not (-); ? is not claimed either way. dash 0.5.11 and 0.5.12,
// busybox 1.35 and 1.38, bash 5.1 and 5.2 agree among themselves.
var replaced = []struct{ text, dash, busybox, bash string }{
	{`srv`, "-", "x", "x"},
	{`srv;`, "-", "x", "x"},
	{`srv # note`, "-", "x", "x"},
	{`srv --port 80 "a b"`, "-", "x", "x"},
	{`srv "$(echo x)"`, "-", "x", "x"},
	{`$APP`, "-", "x", "x"},
	{`FOO=1 srv`, "-", "x", "x"},
	{`env FOO=1 srv`, "-", "x", "x"},
	{`true && srv`, "-", "x", "x"},
	{`cd / && srv`, "-", "x", "x"},
	{`false || srv`, "-", "x", "x"},
	{`true && false || srv`, "-", "x", "x"},
	{`[ -f /nope ] || srv`, "-", "x", "x"},
	{`true; srv`, "-", "x", "x"},
	{"true\nsrv", "-", "x", "x"},
	{`set -e; srv`, "-", "x", "x"},
	{`export A=1; srv`, "-", "x", "x"},
	{`true && true; srv`, "-", "x", "x"},
	{`true; FOO=1 srv`, "-", "x", "x"},
	{`f() { true; }; srv`, "-", "x", "x"},
	{`true; true && srv`, "-", "x", "-"},
	{`set -e; cd / && srv`, "-", "x", "-"},
	{`true; false || srv`, "-", "x", "-"},
	{`true & srv`, "-", "x", "-"},
	{`srv > f`, "-", "x", "-"},
	{`srv 2>&1`, "-", "x", "-"},
	{`srv < /dev/null`, "-", "x", "-"},
	{`true; srv > f`, "-", "x", "-"},
	{`( srv )`, "-", "x", "-"},
	{`(cd / && srv)`, "-", "x", "-"},
	{`((srv) )`, "-", "x", "-"},
	{`(srv) > f`, "-", "x", "-"},
	{`{ srv; }`, "-", "x", "-"},
	{`true && { srv; }`, "-", "x", "-"},
	{`{ srv; } > f`, "-", "?", "-"},
	{`if true; then srv; fi`, "-", "x", "-"},
	{`if true; then srv; else exec srv; fi`, "-", "x", "-"},
	{`case a in a) srv;; esac`, "-", "x", "-"},
	{`srv | cat`, "-", "-", "-"},
	{`true | exec srv`, "-", "-", "-"},
	{`srv &`, "-", "-", "-"},
	{`! srv`, "-", "-", "-"},
	{`trap "exit 0" TERM; srv`, "-", "-", "-"},
	{`trap '' TERM; srv`, "-", "-", "?"},
	{`exec srv`, "x", "x", "x"},
	{`exec srv > f`, "x", "x", "x"},
	{`FOO=1 exec srv`, "x", "x", "x"},
	{`cd / && exec srv`, "x", "x", "x"},
	{`true; true && exec srv`, "x", "x", "x"},
	{`{ exec srv; }`, "x", "x", "x"},
	{`if true; then exec srv; fi`, "x", "x", "x"},
	{`case a in a) exec srv;; esac`, "x", "x", "x"},
	{`trap "exit 0" TERM; exec srv`, "x", "x", "x"},
	{`! exec srv`, "x", "x", "x"},
	{`srv & exec srv`, "x", "x", "x"},
	{`(exec srv)`, "-", "x", "-"},
	{`(cd / && exec srv)`, "-", "x", "-"},
	{`cd / && (exec srv)`, "-", "x", "-"},
}

func TestReplacedBy(t *testing.T) {
	answers := map[string]shell.Answer{"-": shell.No, "x": shell.Yes, "?": shell.NotKnown}
	for _, row := range replaced {
		text := shell.Parse(row.text)
		last, ok := text.Last()
		assert.Assert(t, ok, row.text)
		for kind, want := range map[shell.Kind]string{shell.Dash: row.dash, shell.Busybox: row.busybox, shell.Bash: row.bash} {
			assert.Equal(t, kind.ReplacedBy(text, last), answers[want], "%s: %s", kind, row.text)
		}
	}
}

// What no shell does, and what every shell does with exec, is known also where
// the shell is not.
func TestReplacedByOfAnUnknownShell(t *testing.T) {
	for text, want := range map[string]shell.Answer{
		`srv`: shell.NotKnown, `srv && srv`: shell.NotKnown, `(exec srv)`: shell.NotKnown,
		`srv | cat`: shell.No, `srv &`: shell.No, `exec srv`: shell.Yes, `cd / && exec srv`: shell.Yes,
	} {
		parsed := shell.Parse(text)
		last, _ := parsed.Last()
		assert.Equal(t, shell.Unknown.ReplacedBy(parsed, last), want, text)
		assert.Equal(t, shell.None.ReplacedBy(parsed, last), want, text)
	}
}

// Measured with bash 4.2, 4.3, 4.4, 5.0, 5.1 and 5.2.
func TestSince(t *testing.T) {
	for text, want := range map[string]string{
		`srv`: "", `FOO=1 srv`: "", `true && srv`: "4.4", `false || srv`: "4.4", `true; srv`: "5.1", "true\nsrv": "5.1",
		`true; exec srv`: "",
	} {
		last, _ := shell.Parse(text).Last()
		assert.Equal(t, shell.Bash.Since(last), want, text)
		assert.Equal(t, shell.Busybox.Since(last), "", text)
	}
}
