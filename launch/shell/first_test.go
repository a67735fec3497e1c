package shell_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestFirst(t *testing.T) {
	for text, want := range map[string]string{
		`[nginx, -g, daemon off;]`:      "[nginx,",
		`["npm", "start",]`:             `["npm",`,
		`exec srv && true`:              "srv",
		`FOO=1 srv`:                     "srv",
		`a | b | c`:                     "a",
		`[ "a", "b" ] # for the tests`:  "[",
		"while true; do srv; done; srv": "",
		`[[ -f x ]]`:                    "",
		`["npm", "start]`:               "",
		`FOO=1`:                         "",
		`# nothing`:                     "",
	} {
		got := ""
		if c, ok := shell.Parse(text).First(); ok {
			got = c.Words[0].Src
		}
		assert.Equal(t, got, want, "text: %s", text)
	}
}

func TestStartsWithTest(t *testing.T) {
	for text, want := range map[string]bool{
		`[ -e /tmp/.lock ] || exit 1`:                            true,
		`[ "200" = "$(curl -s "http://localhost/")" ] || exit 1`: true,
		`[ $(echo ruok | nc 127.0.0.1:2181) == "imok" ]`:         true,
		"[ `ls -1A d | wc -l` -eq 0 ] && a || ( b && c )":        true,
		`[ ! -f x ] && y; z`:                                     true,
		`[ "$DEBUG" ] && set -x; srv`:                            true,
		`[[ "$(redis-cli ping)" == 'PONG' ]] || exit 1`:          true,
		`test -f x && y`:                                         true,
		`[ "nginx", "-g" "daemon off;" ]`:                        false,
		`[ npm start ]`:                                          false,
		`[ 'npm' ]`:                                              false,
		`[ $ACTION, $HOST ]`:                                     false,
		`[nginx, -g]`:                                            false,
		`["a" = b ]`:                                             false,
		`srv --test`:                                             false,
		`[ "a`:                                                   false,
		``:                                                       false,
	} {
		assert.Equal(t, shell.Parse(text).StartsWithTest(), want, "text: %s", text)
	}
}
