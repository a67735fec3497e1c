package bench

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// BenchmarkLintContext lints 1,000 Dockerfiles with their build contexts and
// without, and has BuildKit parse the same bytes, in turns. The metrics xfloor
// and xfloor-alone are the ratios to BuildKit. With CORPUS=DIR the Dockerfiles
// below DIR are taken; else those here, each beside an entrypoint script.
func BenchmarkLintContext(b *testing.B) {
	onOneCore(b)
	paths := laidOut(b)
	alone := rules.Linter{Modules: all.Modules()}
	var with, without, floor time.Duration
	for b.Loop() {
		var finder buildcontext.Finder
		for _, path := range paths {
			src, err := os.ReadFile(path)
			assert.NilError(b, err)
			times := [4]time.Time{time.Now()}
			parse(src)
			times[1] = time.Now()
			alone.Lint(path, src)
			times[2] = time.Now()
			linter := alone
			linter.Context = func(f *parser.File) *rootfs.Context { return finder.Of(f, path, "") }
			linter.Lint(path, src)
			times[3] = time.Now()
			floor += times[1].Sub(times[0])
			without += times[2].Sub(times[1])
			with += times[3].Sub(times[2])
		}
	}
	b.ReportMetric(float64(with)/float64(floor), "xfloor")
	b.ReportMetric(float64(without)/float64(floor), "xfloor-alone")
	b.ReportMetric(float64(with.Microseconds())/float64(b.N*len(paths)), "us/file")
}

const script = `#!/bin/sh
set -e
if [ "${1#-}" != "$1" ]; then
	set -- srv "$@"
fi
exec "$@"
`

// laidOut returns the paths of the Dockerfiles, each in its build context.
func laidOut(b *testing.B) []string {
	b.Helper()
	if dir := os.Getenv("CORPUS"); dir != "" {
		var paths []string
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && strings.Contains(d.Name(), "Dockerfile") {
				paths = append(paths, path)
			}
			return err
		})
		assert.NilError(b, err)
		return paths
	}
	dir := b.TempDir()
	var paths []string
	for i, src := range corpus(b) {
		folder := filepath.Join(dir, strconv.Itoa(i))
		assert.NilError(b, os.Mkdir(folder, 0o700))
		src = append(src[:len(src):len(src)], "\nCOPY entrypoint.sh /usr/local/bin/\nENTRYPOINT [\"entrypoint.sh\"]\n"...)
		assert.NilError(b, os.WriteFile(filepath.Join(folder, "entrypoint.sh"), []byte(script), 0o700)) //nolint:gosec // it is to be executable
		paths = append(paths, filepath.Join(folder, "Dockerfile"))
		assert.NilError(b, os.WriteFile(paths[i], src, 0o600))
	}
	return paths
}
