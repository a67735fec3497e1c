package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestBashisms(t *testing.T) {
	for text, want := range map[string]string{
		"[ a = b ] && . x; exec srv > log 2>&1":      "",
		"[[ a == b ]] && source x":                   "[[ | source",
		"test a == b; [ a == b ]":                    "[ a == b ] | [ a == b ]",
		"a=(1 2); a+=3; a[0]=4; echo ${a[1]}":        "a=(…) | a+=b | a[i]=b | ${a[i]}",
		"echo ${a/b/c} ${a:0:1} ${a^} ${a,,} ${!a}":  "${a/b/c} | ${a:b:c} | ${a^^} | ${a^^} | ${!a}",
		"echo ${a:-b} ${a#b} ${a%%b} ${#a} $((a+1))": "",
		"echo $((a++)) $((2**3)) $((++a))":           "$((a++)) | $((a**b))",
		"cat <(echo) <<< x":                          "<(…) | <<<",
		"srv &> log; srv &>> log; srv &> log &":      "&> | &>>",
		"a |& b":                                     "|&",
		"function f { echo; }; f":                    "function",
		"for ((;;)); do :; done":                     "for ((…))",
		"((a)); let a=1; select x in a; do :; done":  "((…)) | let | select",
		"case a in a) b;& c) d;; esac":               ";&",
		"echo @(a|b)":                                "@(…)",
		"declare a; typeset b; export -f c; shopt d": "declare | typeset | export -f | shopt",
		"read -rt5 a; read -r b; wait -n; wait 1":    "read -t | wait -n",
		"exec -a a b; exec b -a":                     "exec -a",
		"set -euo pipefail; set -o errexit":          "set -o pipefail",
		"echo $(source x)":                           "source",
		"source() { . x; }; source y":                "",
		"echo '[[ a ]]' \"source\" source":           "",
		"[[ a":                                       "",
	} {
		var forms []string
		for _, b := range shell.Parse(text).Bashisms() {
			forms = append(forms, b.Form)
		}
		assert.Equal(t, strings.Join(forms, " | "), want, text)
	}
}

func TestPipeEnds(t *testing.T) {
	for text, want := range map[string]string{
		"a":                                "",
		"a | b":                            "b",
		"a | b | c":                        "c",
		"a | b || exit 1":                  "b",
		"a | { b; c; } && (d | e)":         "c e",
		"f() { a | b; }; x=$(a | b) f | g": "g",
	} {
		var names []string
		for _, c := range shell.Parse(text).PipeEnds() {
			names = append(names, c.Name())
		}
		assert.Equal(t, strings.Join(names, " "), want, text)
	}
}
