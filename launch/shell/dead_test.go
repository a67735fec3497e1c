package shell_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestDead(t *testing.T) {
	for _, test := range [][2]string{
		{"exec a && b", "&& b"},
		{"exec a || b", "|| b"},
		{"exec a; b; c", "; b; c"},
		{"exec a\nb", "; b"},
		{"cd x && exec a && b", "&& b"},
		{"cd x || exec a || b", "|| b"},
		{"x && exec a && b || c", "&& b"},
		{"x; exec a > log 2>&1 && b &", "&& b"},
		{"{ exec a; } && b", "&& b"},
		{"if x; then exec a; b; fi", "; b"},
		{"case x in a) exec a || b;; esac", "|| b"},
		{"(exec a; b)", "; b"},
		{"! exec a && b", "&& b"},
		{"exec \"$A\"; b", "; b"},
		{"exec env A=1 a; b", "; b"},
		{"[ -f x ] && exec a || exec b", ""},
		{"x || exec a && b", ""},
		{"test x && exec a; exec b", ""},
		{"if x; then exec a; else exec b; fi; c", ""},
		{"case x in a) exec a;; esac; b", ""},
		{"exec > log 2>&1; b", ""},
		{"exec 3<&0 && b", ""},
		{"exec a & b", ""},
		{"exec a | b", ""},
		{"(exec a) && b", ""},
		{"(exec a); b", ""},
		{"exec $A; b", ""},
		{"exec \"$@\" || b", ""},
		{"exec a || exit 1", ""},
		{"exec a; exec true", ""},
		{"exec a; exit $?", ""},
		{"a && b || c", ""},
		{"x && { exec a; }; b", ""},
		{"while x; do exec a; done; b", ""},
		{"shopt -s execfail; exec a || b", ""},
		{"exec", ""},
		{"exec -a x a && b", "&& b"},
		{"exec a &&", ""},
		{"f() { exec a; }; f; b", ""},
		{"exec a && exec b; c", "&& exec b"},
		{"[ -z \"$A\" ] && exec a; [ x ] && exec b; c", ""},
	} {
		src, want := test[0], test[1]
		got := ""
		if d, ok := shell.Parse(src).Dead(); ok {
			got = d.Op + " " + src[d.Start:d.End]
		}
		assert.Equal(t, got, want, src)
	}
}
