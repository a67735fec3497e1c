//go:build e2e

package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

var (
	docker  Docker
	payload string
)

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "engine")
	if err == nil {
		docker = Docker{dir: dir}
		payload = filepath.Join(dir, "payload")
		err = prepare(dir)
	}
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = command("./engine.sh", "stop", dir)
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

func prepare(dir string) error {
	build := exec.Command("go", "build", "-buildvcs=false", "-o", payload, "./payload")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building the payload: %w\n%s", err, out)
	}
	cache, err := cacheDir()
	if err != nil {
		return err
	}
	if err := command("./engine.sh", "start", dir); err != nil {
		return err
	}
	return command("./images.sh", filepath.Join(dir, "docker.sock"), cache, payload)
}

// cacheDir is where file systems are kept; another one for every version of
// the script and the payload that make them.
func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range []string{"images.sh", "payload/main.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		sum.Write(text)
	}
	dir := filepath.Join(base, "entrylint-e2e", hex.EncodeToString(sum.Sum(nil))[:12])
	return dir, os.MkdirAll(dir, 0o755)
}

func command(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

func TestScenes(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/*/*/*.txtar")
	assert.NilError(t, err)
	trials, runs := 0, 0
	for i, path := range paths {
		scene, err := txtar.ParseFile(path)
		assert.NilError(t, err)
		all, err := Trials(strings.TrimPrefix(path, "../../testdata/"), scene)
		assert.NilError(t, err)
		for j, trial := range all {
			trials++
			runs += len(trial.Runs)
			t.Run(trial.Name, func(t *testing.T) { try(t, trial, fmt.Sprintf("scene-%d-%d", i, j)) })
		}
	}
	assert.Assert(t, trials > 0, "no scene has an engine section")
	t.Logf("engine: %d images, %d runs", trials, runs)
}

func try(t *testing.T, trial Trial, tag string) {
	dir := t.TempDir()
	for _, f := range trial.Files {
		mode := os.FileMode(0o644)
		if strings.HasPrefix(string(f.Data), "#!") {
			mode = 0o755
		}
		assert.NilError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, f.Name)), 0o755))
		assert.NilError(t, os.WriteFile(filepath.Join(dir, f.Name), f.Data, mode))
	}
	program, err := os.ReadFile(payload)
	assert.NilError(t, err)
	for _, name := range trial.Payload {
		assert.NilError(t, os.WriteFile(filepath.Join(dir, name), program, 0o755))
	}
	out, err := docker.Build(dir, tag)
	if trial.BuildFails != "" {
		assert.Assert(t, err != nil, "the build works")
		assert.Assert(t, strings.Contains(out, trial.BuildFails), "%s", out)
		return
	}
	assert.NilError(t, err, "%s", out)
	for i := range trial.Runs {
		r := &trial.Runs[i]
		t.Run(strings.Join(r.Words, " "), func(t *testing.T) {
			got, err := docker.Run(tag, r)
			assert.NilError(t, err, "%+v", got)
			r.check(t, got)
			checkPID1(t, trial.Dockerfile, r, got)
		})
	}
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
	}
}

// checkPID1 holds pid1's answer against what the engine did.
func checkPID1(t *testing.T, dockerfile string, r *Run, got Observed) {
	t.Helper()
	f, err := parser.Parse("Dockerfile", []byte(dockerfile))
	assert.NilError(t, err)
	target, _ := launch.Target(launch.Of(f, nil), "")
	start := target.Start(runOf(r.Words))
	if start.Error != "" {
		assert.Assert(t, strings.Contains(got.Output, start.Error), "pid1 predicts %q, the engine says\n%s", start.Error, got.Output)
		return
	}
	if start.Argv.Known && got.Argv != nil {
		assert.DeepEqual(t, got.Argv, start.Argv.V)
	}
	if got.PID1 == nil {
		return
	}
	first := start.Process
	for first.Hop == launch.Exec && first.Next != nil {
		first = first.Next
	}
	if first.Hop != launch.Unknown {
		assert.Equal(t, got.PID1[0], first.Argv[0], "process 1")
	}
	switch start.Signals.Reaches {
	case launch.ReachesApp:
		assert.Equal(t, got.Stop, "handled", start.Signals.Why)
	case launch.ReachesShell, launch.ReachesNobody:
		assert.Equal(t, got.Stop, "killed", start.Signals.Why)
	}
}

// runOf reads the words of a docker run.
func runOf(words []string) launch.Run {
	image := slices.Index(words, "IMAGE")
	run := launch.Run{Args: words[image+1:]}
	if i := slices.Index(words[:image], "--entrypoint"); i >= 0 {
		run.Entrypoint, run.EntrypointSet = words[i+1], true
	}
	return run
}
