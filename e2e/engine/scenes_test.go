//go:build e2e

package engine

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/e2e/proven"
	"github.com/entrylint/entrylint/internal/scene"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// record keeps what the engine said in the scenes of each folder of testdata.
type record struct {
	mu   sync.Mutex
	said map[string][]string
	pid1 compared
}

func (r *record) add(scene string, said []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	dir := filepath.Base(filepath.Dir(scene))
	r.said[dir] = append(r.said[dir], said...)
}

func TestScenes(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/*/*/*.txtar")
	assert.NilError(t, err)
	seen := &record{said: map[string][]string{}}
	scenes, images, runs := 0, 0, 0
	t.Run("on", func(t *testing.T) {
		for i, path := range paths {
			trials := trialsOf(t, path)
			if len(trials) > 0 {
				scenes++
			}
			for j, trial := range trials {
				images++
				runs += len(trial.Runs)
				t.Run(trial.Name, func(t *testing.T) {
					t.Parallel()
					said := try(t, trial, fmt.Sprintf("scene-%d-%d", i, j), &seen.pid1)
					checkMessages(t, trial, said)
					seen.add(trial.Name, said)
				})
			}
		}
	})
	assert.Assert(t, scenes > 0, "no scene has an engine section")
	proven.Note(t, "engine: %d scenes with %d images in %d runs", scenes, images, runs)
	pid1 := &seen.pid1
	t.Run("pid1", func(t *testing.T) {
		assert.Check(t, int(pid1.argv.Load()+pid1.errors.Load()) > runs*3/4, "pid1 knows too little of the scenes")
		proven.Note(t, "engine: pid1 said %d command lines, %d errors, %d times who is process 1 and %d times who gets the signal as the engine did",
			pid1.argv.Load(), pid1.errors.Load(), pid1.processes.Load(), pid1.signals.Load())
	})
	t.Run("rules", func(t *testing.T) { checkRules(t, seen.said) })
	t.Run("tables", checkTables)
}

func trialsOf(t *testing.T, path string) []Trial {
	t.Helper()
	a, err := txtar.ParseFile(path)
	assert.NilError(t, err)
	trials, err := Trials(strings.TrimPrefix(path, "../../testdata/"), a)
	assert.NilError(t, err)
	return trials
}

// try builds a trial and runs it; it returns what the builder and the
// containers said.
func try(t *testing.T, trial Trial, tag string, count *compared) []string {
	out, err := docker.Build(buildContext(t, trial), tag, trial.BuildArgs)
	said := []string{out}
	if trial.BuildFails != "" {
		assert.Assert(t, err != nil, "the build works")
		assert.Assert(t, strings.Contains(out, trial.BuildFails), "%s", out)
		return said
	}
	assert.NilError(t, err, "%s", out)
	defer docker.remove("images/" + tag)
	for i := range trial.Runs {
		r := &trial.Runs[i]
		t.Run(strings.Join(r.Words, " "), func(t *testing.T) {
			got, err := docker.Run(tag, r)
			assert.NilError(t, err, "%+v", got)
			said = append(said, got.Output)
			r.check(t, got)
			checkPID1(t, trial, r, got, count)
		})
	}
	return said
}

// checkMessages holds the errors that findings predict against what the engine
// said of the Dockerfile.
func checkMessages(t *testing.T, trial Trial, said []string) {
	t.Helper()
	for _, f := range lint(trial.Dockerfile, trial.Context).Findings {
		for _, quote := range QuotedErrors(f.Message) {
			assert.Check(t, saidBy(said, quote), "%s predicts %q, the engine says\n%s", f.Rule.Code, quote, strings.Join(said, "\n"))
		}
	}
}

// saidBy does not look at upper and lower case: engines since 23 write some
// errors in lower case.
func saidBy(said []string, text string) bool {
	return slices.ContainsFunc(said, func(s string) bool {
		return strings.Contains(strings.ToLower(s), strings.ToLower(text))
	})
}

// lint judges a Dockerfile with the build context it has in its scene.
func lint(dockerfile string, context *rootfs.Context) *rules.Result {
	l := rules.Linter{Modules: all.Modules(), Context: func(*parser.File) *rootfs.Context { return context }}
	return l.Lint("Dockerfile", []byte(dockerfile))
}

// buildContext writes the files of a trial, the payload among them.
func buildContext(t *testing.T, trial Trial) string {
	t.Helper()
	dir := t.TempDir()
	program, err := os.ReadFile(payload)
	assert.NilError(t, err)
	files := slices.Clone(trial.Files)
	for i := range files {
		if files[i].Program {
			files[i].Data = program
		}
	}
	assert.NilError(t, scene.Write(dir, files))
	return dir
}

func (r *Run) check(t *testing.T, got Observed) {
	t.Helper()
	if r.Exit != nil {
		assert.Equal(t, got.Exit, *r.Exit, "%s", got.Output)
	}
	for _, text := range r.Output {
		assert.Assert(t, strings.Contains(got.Output, text), "no %q in\n%s", text, got.Output)
	}
	for _, text := range r.Silent {
		assert.Assert(t, !strings.Contains(got.Output, text), "%q in\n%s", text, got.Output)
	}
	if r.PID1 != nil {
		assert.DeepEqual(t, got.PID1, r.PID1)
	}
	assert.Equal(t, got.Health, r.Health)
	if r.Stop != "" {
		assert.Equal(t, got.Stop, r.Stop, "%s", got.Output)
		took := float64(got.StopTook) / float64(grace)
		assert.Assert(t, (took < 1) == (r.Stop == "handled"), "docker stop took %.2f of the grace period", took)
	}
}
