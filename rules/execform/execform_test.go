package execform_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/execform"
)

// known are images whose entrypoints hand on what CMD names.
type known struct{}

func (known) Config(ref string) (launch.Config, bool) {
	wrapper, ok := map[string]string{"node": "node", "redis": "exec"}[ref]
	return launch.Config{Entrypoint: []string{"docker-entrypoint.sh"}, Cmd: []string{ref}, Wrapper: wrapper}, ok
}

func TestOfficialEntrypoints(t *testing.T) {
	for dockerfile, want := range map[string]string{
		"FROM node\nCMD [\"npm start\"]":                  "EP203 `npm start` is one word: docker-entrypoint.sh starts it as a script, `node \"npm start\"`",
		"FROM redis\nCMD [\"redis-server --save\"]":       "EP203 `redis-server --save` is one word: docker-entrypoint.sh looks for a program of that name",
		"FROM node\nCMD [\"server.js\"]":                  "",
		"FROM redis\nCMD [\"--save\", \"900 1\"]":         "",
		"FROM redis\nCMD [\"\"]":                          "EP210 the name of the program that docker-entrypoint.sh is to start is empty",
		"FROM redis\nCMD [\"$BIN/redis-server\"]":         "EP204 `$BIN` in the program's name is not replaced, exec form has no shell: docker-entrypoint.sh finds no program `$BIN/redis-server`",
		"FROM redis\nCMD ['redis-server']":                "EP201 CMD is no JSON array: `'redis-server'` is in single quotes, so the shell runs it as text and finds no program `[redis-server]`",
		"FROM node\nENTRYPOINT [\"node\"]\nCMD [\"a b\"]": "",
	} {
		l := rules.Linter{Modules: []*rules.Module{execform.Module()}, Images: known{}}
		got := ""
		for _, f := range l.Lint("Dockerfile", []byte(dockerfile)).Findings {
			got += f.Rule.Code + " " + f.Message
		}
		assert.Equal(t, got, want, dockerfile)
	}
}
