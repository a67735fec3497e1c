package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gotest.tools/v3/assert"
	"gotest.tools/v3/golden"
	"mvdan.cc/sh/v3/shell"

	"github.com/entrylint/entrylint/internal/scene"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report"
)

// A scene of testdata/pid1 holds a Dockerfile with files of its build context,
// the docker run commands tried on it, one a line, and what pid1 says about each.
func TestPID1Scenes(t *testing.T) {
	paths, err := filepath.Glob("../testdata/pid1/*/*.txtar")
	assert.NilError(t, err)
	assert.Assert(t, len(paths) > 0)
	for _, path := range paths {
		t.Run(strings.TrimPrefix(path, "../testdata/pid1/"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			assert.NilError(t, err)
			i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
			assert.Assert(t, i >= 0 && len(a.Comment) > 0, "a scene has a comment and a want section")
			got := pid1(t, a)
			if golden.FlagUpdate() {
				a.Files[i].Data = []byte(got)
				assert.NilError(t, os.WriteFile(path, txtar.Format(a), 0o644))
				return
			}
			assert.Equal(t, got, string(a.Files[i].Data))
		})
	}
}

func pid1(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	f, err := parser.Parse("Dockerfile", []byte(scene.Section(a, "Dockerfile")))
	assert.NilError(t, err)
	context, err := scene.Context(a, scene.Bad)
	assert.NilError(t, err)
	all := launch.Of(f, func() *rootfs.Context { return context }, nil)
	s := schema(t, "pid1.schema.json")
	var out bytes.Buffer
	for line := range strings.Lines(scene.Section(a, "run")) {
		start := all[len(all)-1].Start(readRun(t, line))
		assert.NilError(t, report.PID1Text(&out, start, 0))
		out.WriteString("\n")
		var asJSON bytes.Buffer
		assert.NilError(t, report.PID1JSON(&asJSON, start))
		doc, err := jsonschema.UnmarshalJSON(&asJSON)
		assert.NilError(t, err)
		assert.NilError(t, s.Validate(doc))
	}
	return out.String()
}

// readRun reads "docker run [--entrypoint X] IMAGE ARGS".
func readRun(t *testing.T, line string) launch.Run {
	t.Helper()
	words, err := shell.Fields(line, nil)
	assert.NilError(t, err)
	image := slices.Index(words, "IMAGE")
	assert.Assert(t, image >= 2, "no IMAGE in %q", line)
	run := launch.Run{Args: words[image+1:]}
	if image == 4 {
		run.Entrypoint, run.EntrypointSet = words[3], true
	}
	return run
}

func file(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}
