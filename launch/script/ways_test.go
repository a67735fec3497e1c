package script_test

import (
	"fmt"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
)

// A way is written line: words, and in front of them how the script starts it.
func TestWays(t *testing.T) {
	for _, tc := range []struct{ name, args, text, want string }{
		{"exec with the arguments", "srv -p 80", `set -e
exec "$@"`, "2: exec srv -p 80"},
		{"without exec", "srv", `"$@"`, "1: child srv"},
		{"unquoted arguments are split", "srv", `set -- "a b" "$@"
exec $@`, "2: exec a b srv"},
		{"no arguments are no program", "", `echo hi
exec "$@"`, ""},
		{"exec for redirections", "srv", "exec > log\nexec \"$@\"", "2: exec srv"},
		{"option in front", "-p 80", `if [ "${1:0:1}" = '-' ]; then
	set -- srv "$@"
fi
exec "$@"`, "4: exec srv -p 80"},
		{"prefix taken off", "--port 80", `if [ "${1#-}" != "$1" ]; then set -- srv "$@"; fi
exec "$@"`, "2: exec srv --port 80"},
		{"prefix not there", "bash", `if [ "${1#-}" != "$1" ]; then set -- srv "$@"; fi
exec "$@"`, "2: exec bash"},
		{"another user", "srv", `if [ "$1" = srv -a "$(id -u)" = 0 ]; then
	exec gosu app "$0" "$@"
fi
exec "$@"`, "2: exec gosu app /e.sh srv"},
		{"bash's name of the script", "srv", `[ "$UID" = 0 ] && exec gosu app "${BASH_SOURCE[0]}" "$@"
exec "$@"`, "1: exec gosu app /e.sh srv"},
		{"case decides", "run x", `case "$1" in
	run) shift; exec srv "$@" ;;
	*) exec "$@" ;;
esac`, "2: exec srv x"},
		{"case by pattern", "-v", `case "$1" in -*) set -- srv "$@" ;; esac
exec "$@"`, "2: exec srv -v"},
		{"case is not decided", "srv", `case "$MODE" in
	a) exec one ;;
	b) exec two ;;
esac
exec "$@"`, "2: guessed exec one, 3: guessed exec two, 5: exec srv"},
		{"set and unset variables", "srv", `CMD=other
if [ -z "$CMD" ]; then CMD=none; fi
exec $CMD "$@"`, "3: exec other srv"},
		{"default of a variable", "srv", `exec "${1:-other}"`, "1: exec srv"},
		{"default used", "", `exec "${1:-other}"`, "1: exec other"},
		{"variable not known", "srv", `exec $WRAPPER "$@"`, "1: exec $WRAPPER srv (not known: $WRAPPER)"},
		{"functions have arguments of their own", "srv", `run() { exec "$1" -x; }
run app`, "1: exec app -x"},
		{"function with all arguments", "srv -p", `main() {
	exec "$@"
}
main "$@"`, "2: exec srv -p"},
		{"asks whether it is sourced", "srv", `_is_sourced() { [ "${FUNCNAME[0]}" = source ]; }
if ! _is_sourced; then exec "$@"; fi`, "2: exec srv"},
		{"function decides", "srv", `help() {
	for a; do case "$a" in --help) return 0 ;; esac; done
	return 1
}
if ! help "$@"; then exec one; fi
exec two`, "5: exec one"},
		{"other commands behind", "srv", `"$@"
echo done`, "1: child srv, then more"},
		{"background and wait", "srv", `"$@" &
wait`, "1: job srv"},
		{"background and no wait", "srv", `"$@" &`, ""},
		{"trap", "srv", `trap 'kill 0' TERM
"$@"`, "2: child srv, trap"},
		{"trap taken back", "srv", `trap 'kill 0' INT TERM
trap - TERM INT
"$@"`, "3: child srv"},
		{"trap for another signal", "srv", `trap 'rm /x' EXIT
"$@"`, "2: child srv"},
		{"exec from a variable", "srv", `RUN="exec gosu app"
$RUN "$@"`, "2: exec gosu app srv"},
		{"exec or nothing from a variable", "srv", `[ -f /x ] && RUN=exec
$RUN "$@"`, "2: guessed child $RUN srv (not known: $RUN)"},
		{"something else behind ||", "srv", `"$@" || echo failed`, "1: child srv, then more"},
		{"exit behind ||", "srv", `"$@" || exit 1`, "1: child srv"},
		{"another program behind on another way", "srv", `run() { "$@"; }
run "$@"
if [ -f /x ]; then upload; echo done; fi`, "3: guessed child upload, then more, 1: child srv, then more"},
		{"pipeline", "srv", `"$@" | tee log`, "1: child tee log, pipe"},
		{"subshell", "srv", `(exec "$@")`, "1: child srv, pipe"},
		{"failure is no way", "srv", `app || exit 1
exec "$@"`, "2: exec srv"},
		{"help ends it", "--help", `if [ "$1" = --help ]; then echo usage; exit 0; fi
exec "$@"`, ""},
		{"count of arguments", "", `if [ $# -eq 0 ]; then set -- srv; fi
exec "$@"`, "2: exec srv"},
		{"endless loop", "srv", `while true; do srv; sleep 1; done`, "1: guessed child srv, then more, loop"},
		{"sourced text that is not known", "srv", `. /env.sh
exec $X "$@"`, "2: exec $X srv (not known: $X)"},
		{"a script that calls itself", "srv", `f() { f; }
f
exec "$@"`, "3: guessed exec srv"},
		{"last of several programs", "", `migrate
serve`, "2: child serve"},
		{"regular expression", "srv x", `[[ $1 =~ ^s.*v$ ]] && exec "$@"
nginx`, "1: exec srv x"},
		{"regular expression that is not read", "srv x", `[[ $1 =~ ^s\w+$ ]] && exec "$@"
nginx`, "1: guessed exec srv x, 2: guessed child nginx"},
		{"the other branch of a test of the arguments", "srv x", `if grep -q "$1" /list; then exec one; fi
exec two`, "1: guessed exec one, 2: guessed exec two"},
		{"a function returns for an argument", "srv", `f() { grep -q "$1" /list && return; exec one; }
f "$1"
exec two`, "1: guessed exec one, 3: guessed exec two"},
		{"arithmetic", "srv x", `if (( $# == 2 )); then exec "$@"; fi
exec "$1"`, "1: exec srv x"},
		{"counting", "srv", `n=0; ((n++)); let n=n+1; n=$((n * 3))
: $((n -= 1))
exec srv $n`, "3: exec srv 5"},
		{"counting in a loop", "srv", `n=0; add() { n=$((n + 1)); }
while [ $n -lt 3 ]; do add; done
exec srv $n`, "3: exec srv $n (not known: $n)"},
		{"counting with what is not known", "srv", `n=0; ((X && n++)); ((X ? n++ : m++))
exec srv $n`, "2: exec srv $n (not known: $n)"},
		{"printf -v", "srv", `n=0; f() { printf -v n %d 5; }; f
exec srv $n`, "2: exec srv $n (not known: $n)"},
		{"eval sets a variable", "srv", `n=0; f() { eval "n=5"; }; f
exec srv $n`, "2: exec srv 5"},
		{"a reference", "srv", `n=0; f() { local -n r=n; r=5; }; f
exec srv $n`, "2: exec srv $n (not known: $n)"},
		{"a reference by an argument", "srv", `n=0; m=1; f() { local -n r=$1; r=5; }; f n
exec srv $n $m`, "2: exec srv $n 1 (not known: $n)"},
		{"unset", "srv", `APP=x; unset APP
if [ -z "$APP" ]; then exec "$@"; fi
nginx`, "2: exec srv"},
		{"falls through", "srv", `case $1 in srv) echo yes ;& x) exec one ;; esac
nginx`, "1: exec one"},
		{"other patterns are tried too", "srv", `case $1 in s*) echo yes ;;& x) exec one ;; *v) exec two ;; esac
nginx`, "1: exec two"},
		{
			"empty and unset", "srv", `MODE=; unset X; exec "${MODE-unset}${MODE:-a}${X-b}${X+c}${MODE+d}" ${Y:=y}`,
			"1: exec abd ${Y:=y} (not known: ${Y:=y})",
		},
		{"set where it is used", "", `unset X; : ${X:=app}; exec $X`, "1: exec app"},
		{"job in the foreground", "", `set -m; nginx -g 'daemon off;' & ./helper.sh; fg %1`, "1: job nginx -g daemon off;"},
		{"tried until it succeeds", "", `until python app.py; do sleep 1; done`, "1: child python app.py, then more, loop"},
		{"tried while it fails", "", `while ! srv; do echo again; sleep 1; done`, "1: child srv, then more, loop"},
		{"waits for another one", "srv", `until pg_isready; do sleep 1; done; exec "$@"`, "1: exec srv"},
		{"a daemon that goes to the background", "", `cron && tail -f /var/log/cron.log`, "1: child tail -f /var/log/cron.log"},
		{"a daemon that stays", "", `cron -f && tail -f /var/log/cron.log`, "1: child cron -f, then more"},
		{"eval", "sleep 100", `eval "exec $@"`, "1: exec sleep 100"},
		{"eval of a function", "", `eval 'f() { srv; }'; f`, "1: child srv"},
		{"set by its name", "", `file_env() { local var="$1" val="$(cat /x)"; export "$var"="$val"; export "B=$var"; }
A=a; file_env X; exec $A $B "$X"`, `2: exec a X "$X" (not known: "$X")`},
		{"set line by line", "", `unset X; while read -r l; do export "$l"; done < /env; [ -z "$X" ] && exec one; exec two`, "1: guessed exec one, 1: exec two"},
		{"&& goes on", "srv", `cd /app && exec "$@"`, "1: exec srv"},
		{"file tests are not decided", "srv", `[ -f /x ] && exec one
exec "$@"`, "1: guessed exec one, 2: exec srv"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			text := shell.Parse(tc.text)
			assert.NilError(t, text.Err)
			ways, ok := script.Ways(text, script.Facts{Zero: "/e.sh", Args: strings.Fields(tc.args), Root: shell.Yes})
			assert.Assert(t, ok)
			all := make([]string, len(ways))
			for i, way := range ways {
				all[i] = written(way)
			}
			assert.Equal(t, strings.Join(all, ", "), tc.want)
		})
	}
}

func written(w script.Way) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%d: ", 1+strings.Count(w.In.Src[:w.Start], "\n"))
	for _, flag := range []struct {
		set  bool
		text string
	}{{!w.Sure, "guessed "}, {w.Exec, "exec "}, {w.Job, "job "}, {!w.Exec && !w.Job, "child "}} {
		if flag.set {
			out.WriteString(flag.text)
		}
	}
	out.WriteString(strings.Join(w.Argv, " "))
	for _, flag := range []struct {
		set  bool
		text string
	}{{w.Then && !w.Job, ", then more"}, {w.Pipe && !w.Job, ", pipe"}, {w.Trap != nil, ", trap"}, {w.Loop, ", loop"}} {
		if flag.set {
			out.WriteString(flag.text)
		}
	}
	if len(w.Expands) > 0 {
		fmt.Fprintf(&out, " (not known: %s)", strings.Join(w.Expands, " "))
	}
	return out.String()
}
