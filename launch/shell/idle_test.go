package shell_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestLoops(t *testing.T) {
	for src, want := range map[string]string{
		"while true; do sleep 60; done":              "while true; do sleep 60; done",
		"srv & while :; do sleep 1; :; done":         "while :; do sleep 1; :; done",
		"service x start && until false; do :; done": "until false; do :; done",
		"for ((;;)); do sleep 9; done":               "for ((;;)); do sleep 9; done",
		"while true; do sync; sleep 60; done":        "",
		"while [ -e x ]; do sleep 1; done":           "",
		"until nc -z db; do sleep 1; done":           "",
		"while true; do sleep 1; done &":             "",
		"while true; do sleep 1; done; srv":          "",
		"srv || while true; do sleep 1; done":        "",
		"for i in 1 2; do sleep 1; done":             "",
		"":                                           "",
	} {
		start, end, ok := shell.Parse(src).Loops()
		assert.Equal(t, ok, want != "", src)
		assert.Equal(t, src[start:end], want, src)
	}
}

func TestLeftJob(t *testing.T) {
	for src, want := range map[string]string{
		"srv --port 80 &":          "srv --port 80",
		"cd /app && srv &":         "cd /app && srv",
		"a & b &":                  "b",
		"mkdir -p x; (srv) &":      "(srv)",
		"while true; do x; done &": "while true; do x; done",
		"srv & wait":               "",
		"srv; x &":                 "",
		"a & wait; b &":            "",
		"srv &\nexec other":        "",
		"srv && other":             "",
		"":                         "",
	} {
		start, end, ok := shell.Parse(src).LeftJob()
		assert.Equal(t, ok, want != "", src)
		if ok {
			assert.Equal(t, src[start:end], want, src)
		}
	}
}
