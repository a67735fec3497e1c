package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

// uses lists names in order; a default is marked with a colon.
func uses(text string) string {
	var names []string
	for _, u := range shell.Parse(text).Uses() {
		name := u.Name
		if u.Defaulted {
			name += ":"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestUses(t *testing.T) {
	for text, want := range map[string]string{
		`srv $PORT "${HOST}" '$NO' \$NO`:            "PORT HOST",
		`srv "\$NO" "$YES"`:                         "YES",
		`srv $(id -u "$U") ` + "`x $V`":             "U V",
		`srv ${A:-1} ${B-1} ${C:=1} ${D=1}`:         "A: B: C: D:",
		`srv ${A:+1} ${B:?no} ${#C} ${D%.x}`:        "A B C D",
		`srv ${A:-$B}`:                              "A: B",
		`A=1 srv $A`:                                "",
		`A=1; export B=2; srv $A $B $C`:             "C",
		`A=${A:-1} srv`:                             "",
		`export A; srv $A`:                          "A",
		`read A; read -r B C; srv $A $B $C`:         "",
		`printf -v A x; srv $A`:                     "",
		`for i in $LIST; do srv $i; done`:           "LIST",
		`for i; do srv $i; done`:                    "@",
		`srv "$@" $1 ${10} $# $* $0 $$ $?`:          "@ 1 10 # * 0 $ ?",
		"cat <<EOF\n$A\nEOF":                        "A",
		"cat <<'EOF'\n$A\nEOF":                      "",
		`srv ~ %PATH% $ "$"`:                        "",
		`srv "$UNCLOSED`:                            "",
		`if [ -n "$A" ]; then srv "$B"; fi; x "$C"`: "A B C",
	} {
		assert.Equal(t, uses(text), want, text)
	}
}

func TestUsesStandAt(t *testing.T) {
	text := `srv $A "${B:-x}" ${C}d $1`
	for i, want := range []string{"$A", "${B:-x}", "${C}", "$1"} {
		u := shell.Parse(text).Uses()[i]
		assert.Equal(t, text[u.Start:u.End], want)
		assert.Equal(t, u.Parameter(), want == "$1")
	}
}

func TestUsesArguments(t *testing.T) {
	for text, want := range map[string][2]bool{
		`srv`:                    {false, false},
		`srv $PORT $#`:           {false, false},
		`srv "$@"`:               {true, false},
		`srv $*`:                 {true, false},
		`srv "$1"`:               {true, false},
		`srv ${2:-x}`:            {true, false},
		`srv "${@:2}"`:           {true, false},
		`for a; do srv $a; done`: {true, false},
		`srv $0 "$@"`:            {true, true},
		`$0`:                     {false, true},
		`srv '"$@"'`:             {false, false},
		`srv "$(basename "$1")"`: {true, false},
	} {
		args, zero := shell.Parse(text).UsesArguments()
		assert.Equal(t, [2]bool{args, zero}, want, text)
	}
}

func TestTraps(t *testing.T) {
	for text, want := range map[string]bool{
		`trap "x" TERM; srv`: true, `srv & trap x INT; wait`: true, `f() { trap x TERM; }; srv`: true,
		`srv trap`: false, `echo "trap x"`: false, `mousetrap`: false, `trap "unclosed`: false,
	} {
		assert.Equal(t, shell.Parse(text).Traps(), want, text)
	}
}
