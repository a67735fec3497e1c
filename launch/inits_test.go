package launch_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

func TestTakenByTini(t *testing.T) {
	for _, c := range []struct {
		line      string
		program   int
		word      string
		separated bool
	}{
		{"tini -- srv -p 80", 2, "", true}, // what stands behind -- is not looked at
		{"tini srv", 1, "", false},
		{"tini srv --port 80", 1, "--port", false},
		{"tini -g srv -c x", 2, "-c", false},
		{"tini -p SIGTERM srv", 3, "", false},
		{"tini -pSIGTERM srv -", 2, "", false},
		{"tini -e 143 -- srv", 4, "", true},
		{"tini srv -- -c", 1, "", true},
		{"tini srv -c -- x", 1, "-c", false},
		{"tini", 1, "", false},
		{"tini -vgp SIGTERM srv -w", 3, "-w", false},
	} {
		program, option, separated := launch.TakenByTini(strings.Fields(c.line))
		if !separated {
			assert.Equal(t, program, c.program, c.line)
		}
		assert.Equal(t, option.Word, c.word, c.line)
		assert.Equal(t, separated, c.separated, c.line)
	}
}

// What getopt_long makes of the options of dumb-init.
func TestInitOptions(t *testing.T) {
	for line, want := range map[string]string{
		"dumb-init -vc srv -x":          "child",
		"dumb-init --sing srv":          "child",
		"dumb-init --ver srv":           "unknown", // version or verbose
		"dumb-init --verbose=1 srv":     "unknown",
		"dumb-init --verbose -- srv -V": "child",
		"dumb-init -cx srv":             "unknown",
		"dumb-init -V srv":              "none",
		"dumb-init --rewrite=15:3 srv":  "unknown",
		"dumb-init -":                   "child",
		"tini -e143 -vvp SIGTERM srv":   "child",
		"tini --verbose srv":            "unknown",
		"tini -e":                       "none",
		"tini srv -v":                   "child",
		"tini srv -l":                   "none",
		"catatonit -g -- srv":           "child",
		"catatonit --version":           "none",
		"catatonit -P":                  "unknown",
	} {
		f, err := parser.Parse("Dockerfile", []byte("FROM debian:12\nCMD [\""+strings.Join(strings.Fields(line), "\",\"")+"\"]"))
		assert.NilError(t, err)
		p := launch.Of(f, nil, nil)[0].Start(launch.Run{}).Process
		assert.Equal(t, string(p.Hop), want, "%s: %s", line, p.Why)
	}
}
