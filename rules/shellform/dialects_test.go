package shellform_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/shellform"
)

// What each shell says to each form, as measured: with dash 0.5.12 and busybox
// 1.35.
func TestDialects(t *testing.T) {
	for text, want := range map[string][2]string{
		"[[ a ]]":             {"[[: not found", ""},
		"[ a == b ]":          {"unexpected operator", ""},
		"((1))":               {"as a command", "as a command"},
		"echo $((a++))":       {"expecting primary", ""},
		"let a=1":             {"let: not found", ""},
		"a=(b)":               {`Syntax error: "(" unexpected`, `syntax error: unexpected "("`},
		"a[0]=b":              {"a[0]=b: not found", "a[0]=b: not found"},
		"a+=b":                {"a+=b: not found", "a+=b: not found"},
		"echo ${a[0]}":        {"Bad substitution", "syntax error: bad substitution"},
		"echo ${!a}":          {"Bad substitution", "syntax error: bad substitution"},
		"echo ${a^^}":         {"Bad substitution", "syntax error: bad substitution"},
		"echo ${a@Q}":         {"Bad substitution", "syntax error: bad substitution"},
		"echo ${a/b/c}":       {"Bad substitution", ""},
		"echo ${a:0:1}":       {"Bad substitution", ""},
		"cat <(b)":            {`Syntax error: "(" unexpected`, ""},
		"cat <<< b":           {"Syntax error: redirection unexpected", ""},
		"a &> b":              {"into the background", ""},
		"a &>> b":             {"into the background", "syntax error: unexpected redirection"},
		"a |& b":              {`Syntax error: "&" unexpected`, `syntax error: unexpected "&"`},
		"function f { a; }":   {`Syntax error: "}" unexpected`, ""},
		"function f() { a; }": {`Syntax error: "(" unexpected`, ""},
		"source a":            {"source: not found", ""},
		"declare a":           {"declare: not found", "declare: not found"},
		"pushd a":             {"pushd: not found", "pushd: not found"},
		"f() { local -a b; }": {"local: -a: bad variable name", "local: line 0: -a: bad variable name"},
		"export -f f":         {"export: Illegal option -f", "export: line 0: illegal option -f"},
		"read -a b":           {"read: Illegal option -a", "read: line 0: illegal option -a"},
		"read -t 1 b":         {"read: Illegal option -t", ""},
		"wait -n":             {"wait: Illegal option -n", ""},
		"exec -a b c":         {"exec: -a: not found", ""},
		"set -o pipefail":     {"set: Illegal option -o pipefail", ""},
		". a; [ a = b ]":      {"", ""},
	} {
		assert.Assert(t, says(t, "debian:12", text, want[0]), "dash: %s", text)
		assert.Assert(t, says(t, "alpine:3", text, want[1]), "busybox: %s", text)
		assert.Assert(t, says(t, "fedora:1", text, ""), "bash: %s", text)
	}
}

// says reports whether EP110 names that answer, or is silent for none.
func says(t *testing.T, image, text, answer string) bool {
	t.Helper()
	known := images{"debian:12": {Sh: shell.Dash}, "alpine:3": {Sh: shell.Busybox}, "fedora:1": {Sh: shell.Bash}}
	l := rules.Linter{Images: known, Modules: []*rules.Module{shellform.Module()}}
	for _, f := range l.Lint("Dockerfile", []byte("FROM "+image+"\nCMD "+text+"\n")).Findings {
		if f.Rule.Code == "EP110" {
			return answer != "" && strings.Contains(f.Message, answer)
		}
	}
	return answer == ""
}
