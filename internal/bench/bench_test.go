// Package bench measures entrylint against floors in the same run: linting
// against BuildKit's own parsing, starting against an empty Go program.
package bench

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// BenchmarkLint lints 1,000 Dockerfiles and has BuildKit parse the same bytes,
// in turns and on one core. The metric xfloor is the ratio of the two; 1.5 is the
// bar. With
// CORPUS=DIR the Dockerfiles below DIR are taken instead of those here.
func BenchmarkLint(b *testing.B) {
	onOneCore(b)
	files := corpus(b)
	linter := rules.Linter{Modules: all.Modules()}
	linter.Lint("warm-up", files[0])
	var lint, floor time.Duration
	for b.Loop() {
		for _, src := range files {
			start := time.Now()
			parse(src)
			half := time.Now()
			linter.Lint("Dockerfile", src)
			lint += time.Since(half)
			floor += half.Sub(start)
		}
	}
	b.ReportMetric(float64(lint)/float64(floor), "xfloor")
	b.ReportMetric(float64(lint.Microseconds())/float64(b.N*len(files)), "us/file")
}

// onOneCore has the garbage collector take its time from both sides: on a core of
// its own it would only slow down, by its barriers, who allocates.
func onOneCore(b *testing.B) {
	b.Helper()
	before := runtime.GOMAXPROCS(1)
	b.Cleanup(func() { runtime.GOMAXPROCS(before) })
}

func parse(src []byte) {
	res, err := buildkit.Parse(bytes.NewReader(src))
	if err == nil {
		_, _, _ = instructions.Parse(res.AST, nil)
	}
}

func corpus(b *testing.B) [][]byte {
	b.Helper()
	dir := os.Getenv("CORPUS")
	if dir == "" {
		dir = "testdata"
	}
	var files [][]byte
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && strings.Contains(d.Name(), "Dockerfile") {
			src, readErr := os.ReadFile(path)
			files = append(files, src)
			return readErr
		}
		return err
	})
	assert.NilError(b, err)
	assert.Assert(b, len(files) > 0, "no Dockerfiles in %s", dir)
	for n := len(files); len(files) < 1000; {
		files = append(files, files[len(files)%n])
	}
	return files
}

// BenchmarkColdStart runs the binary on one file, in turns with an empty Go program
// and with one that links BuildKit's parsers and does nothing. The metrics are
// medians in milliseconds, and what starting takes in times of the empty program.
func BenchmarkColdStart(b *testing.B) {
	dir := b.TempDir()
	binary, empty, linked := filepath.Join(dir, "entrylint"), filepath.Join(dir, "empty"), filepath.Join(dir, "linked")
	build(b, "../..", binary)
	build(b, "testdata/empty", empty)
	build(b, "testdata/linked", linked)
	var ours, floor, buildkit []time.Duration
	for b.Loop() {
		ours = append(ours, run(b, binary, "--fail-on=never", "testdata/golang.Dockerfile"))
		floor = append(floor, run(b, empty))
		buildkit = append(buildkit, run(b, linked))
	}
	b.ReportMetric(median(ours), "ms/start")
	b.ReportMetric(median(floor), "ms/empty")
	b.ReportMetric(median(buildkit), "ms/buildkit")
	b.ReportMetric(median(ours)/median(floor), "xempty")
	info, err := os.Stat(binary)
	assert.NilError(b, err)
	b.ReportMetric(float64(info.Size())/1e6, "MB")
}

func build(b *testing.B, dir, out string) {
	b.Helper()
	cmd := exec.Command("go", "build", "-buildvcs=false", "-trimpath", "-tags", "urfave_cli_no_docs", "-ldflags", "-s -w", "-o", out, ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	text, err := cmd.CombinedOutput()
	assert.NilError(b, err, "%s", text)
}

func run(b *testing.B, program string, args ...string) time.Duration {
	b.Helper()
	start := time.Now()
	text, err := exec.Command(program, args...).CombinedOutput()
	assert.NilError(b, err, "%s", text)
	return time.Since(start)
}

func median(all []time.Duration) float64 {
	slices.Sort(all)
	return float64(all[len(all)/2].Microseconds()) / 1000
}
