package shell_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestEvaluated(t *testing.T) {
	for text, want := range map[string]string{
		`eval "$@"`:                         `eval "$@"`,
		`eval exec "$@"`:                    `eval exec "$@"`,
		`eval "exec $*"`:                    `eval "exec $*"`,
		`if true; then eval $@; fi`:         `eval $@`,
		`exec sh -c "$*"`:                   `exec sh -c "$*"`,
		`exec gosu app bash -lc "exec $*"`:  `exec gosu app bash -lc "exec $*"`,
		`sh -c "$@"`:                        `sh -c "$@" first`,
		`sh -c $*`:                          `sh -c $* first`,
		`sh -c "exec $@"`:                   `sh -c "exec $@" first`,
		`eval '"$@"'`:                       "",
		`eval "$(printf '%q ' "$@")"`:       "",
		`eval "exec ${@@Q}"`:                "",
		`eval "$CMD"`:                       "",
		`sh -c '"$@"' sh "$@"`:              "",
		`sh run.sh "$@"`:                    "",
		`su app -s /bin/sh -c "$*"`:         "",
		`f() { eval "$@"; }; exec "$@"`:     "",
		`set -- srv; eval "$@"`:             "",
		`set -- srv "$@"; eval "$@"`:        `eval "$@"`,
		`[ $# = 0 ] && set -- a; eval "$@"`: `eval "$@"`,
		`set -e; eval "$@"`:                 `eval "$@"`,
		`eval "$1"`:                         "",
		`exec "$@"`:                         "",
	} {
		got := ""
		for _, e := range shell.Parse(text).Evaluated() {
			got = text[e.Start:e.End]
			if e.First {
				got += " first"
			}
		}
		assert.Equal(t, got, want, text)
	}
}
