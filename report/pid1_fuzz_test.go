package report_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report"
)

// FuzzPID1 holds that pid1 answers for every stage of every Dockerfile, and
// never sends a control character to the terminal.
func FuzzPID1(f *testing.F) {
	paths, err := filepath.Glob("../testdata/pid1/*/*.txtar")
	assert.NilError(f, err)
	for _, path := range paths {
		scene, err := txtar.ParseFile(path)
		assert.NilError(f, err)
		f.Add(file(scene, "Dockerfile"), "arg\x00--flag", true)
	}
	f.Fuzz(func(t *testing.T, dockerfile, args string, entrypoint bool) {
		parsed, _ := parser.Parse("Dockerfile", []byte(dockerfile)) // what is refused is answered for as well
		run := launch.Run{Args: strings.Split(args, "\x00")}
		if entrypoint {
			run.Entrypoint, run.EntrypointSet = run.Args[0], true
		}
		for _, l := range launch.Of(parsed, nil, nil) {
			start := l.Start(run)
			var text, doc bytes.Buffer
			assert.NilError(t, report.PID1Text(&text, start, 40))
			assert.NilError(t, report.PID1JSON(&doc, start))
			raw := strings.IndexFunc(text.String(), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f })
			assert.Assert(t, raw < 0, "%q", text.String())
		}
	})
}
