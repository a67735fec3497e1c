package shell_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestBadTraps(t *testing.T) {
	for text, want := range map[string]string{
		`trap 'x' SIGTERM`:                     "SIGTERM TERM",
		`trap -- x INT "SIGTERM" SIGHUP`:       "SIGTERM TERM",
		`trap - SIGINT`:                        "SIGINT INT",
		`trap '' ERR`:                          "ERR ",
		`f() { trap x SIGQUIT; }; f`:           "SIGQUIT QUIT",
		`trap x SIGTERM && srv`:                "SIGTERM TERM",
		`trap x TERM INT 15 0 EXIT term`:       "",
		`trap x SIGTERM || trap x TERM`:        "",
		`trap -p SIGTERM`:                      "",
		`trap SIGTERM`:                         "",
		`trap x $SIGNAL`:                       "",
		`[ -n "$BASH_VERSION" ] && trap x ERR`: "",
		`echo trap x SIGTERM`:                  "",
		"cat <<X\ntrap x SIGTERM\nX":           "",
	} {
		got := ""
		for _, b := range shell.Parse(text).BadTraps() {
			got = b.Name.Value + " " + b.Signal()
		}
		assert.Equal(t, got, want, text)
	}
}

func TestErrexit(t *testing.T) {
	for text, want := range map[string]bool{
		"set -e; x": true, "set -ue; x": true, "set -o pipefail; x": false,
		"set -u; x": false, "set +e; x": false, "if y; then set -e; fi; x": false, "x; set -e": false,
	} {
		assert.Equal(t, shell.Parse(text).Errexit(strings.Index(text, "x")), want, text)
	}
}
