package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestReadsArguments(t *testing.T) {
	for _, tc := range []struct {
		text string
		want bool
	}{
		{`exec "$@"`, true},
		{`srv $*`, true},
		{`srv "${@:2}"`, true},
		{`[ $# -gt 0 ] && srv`, true},
		{`case "$1" in a) srv ;; esac`, true},
		{`if [ -z "${1:-}" ]; then srv; fi`, true},
		{`for a; do echo "$a"; done`, true},
		{`while getopts p: o; do srv; done`, true},
		{`shift; srv`, true},
		{`eval "$START"`, true},
		{`srv "${BASH_ARGV[@]}"`, true},
		{`f() { echo "$1"; }; f "$@"`, true},
		{`cat <<END
$1
END`, true},

		{`srv`, false},
		{`log() { echo "$1"; }; log starting; srv`, false},
		{`dir=$(dirname "$0"); srv`, false},
		{`awk '{ print $1 }' /etc/hosts; srv`, false},
		{`set -- a b; srv`, false},
		{`kill $!; echo $? $$`, false},
	} {
		assert.Equal(t, shell.ParseScript(tc.text).ReadsArguments(), tc.want, tc.text)
	}
}

func TestSourced(t *testing.T) {
	var names []string
	for _, w := range shell.ParseScript(". /env.sh\nsource $HOME/x\nf() { . /own.sh; }\nsrv").Sourced() {
		names = append(names, w.Src)
	}
	assert.Equal(t, strings.Join(names, " "), "/env.sh $HOME/x")
}
