package shell_test

import (
	"testing"

	"github.com/entrylint/entrylint/launch/shell"
)

// FuzzParse holds that no text makes the package panic, that offsets lie in
// the text, and that a text is plain only as one literal command.
func FuzzParse(f *testing.F) {
	for _, row := range replaced {
		f.Add(row.text)
	}
	for _, text := range []string{
		"srv \"a\\\nb\" c\\\nd", `srv ${A:-$B} "$@" ${X//a/b} $((1+N))`, "cat <<EOF\n$A\nEOF", `case $1 in a) x;; esac`,
		`["a", "b"] # c`, "for i; do x; done", `trap "x" TERM; a & wait`, `exec -a`, "\x00\xff", `a\`, `()0&0`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, src string) {
		text := shell.Parse(src)
		last, ok := text.Last()
		if ok {
			checkCommand(t, src, last.Simple)
		}
		if words, plain := text.Plain(); plain && (!ok || len(words) != len(last.Words) || !last.Alone()) {
			t.Fatalf("%q is plain: %q", src, words)
		}
		for _, u := range text.Uses() {
			if u.Start < 0 || u.End > len(src) || u.Start >= u.End || u.Name == "" {
				t.Fatalf("%q uses %+v", src, u)
			}
		}
		text.UsesArguments()
		for _, kind := range []shell.Kind{shell.Unknown, shell.Dash, shell.Busybox, shell.Bash, shell.None} {
			kind.ReplacedBy(text, last)
			kind.Since(last)
		}
		last.LongRunning()
	})
}

func checkCommand(t *testing.T, src string, c shell.Simple) {
	t.Helper()
	if len(c.Words) == 0 || c.Start < 0 || c.End > len(src) || c.Start >= c.End {
		t.Fatalf("%q: a command without words or place: %+v", src, c)
	}
	for _, w := range c.Words {
		if w.Start < c.Start || w.End > c.End || src[w.Start:w.End] != w.Src {
			t.Fatalf("%q: word %+v", src, w)
		}
	}
}
