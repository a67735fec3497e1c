package all_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"
	"gotest.tools/v3/golden"

	"github.com/entrylint/entrylint/internal/scene"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// scenesDir holds testdata/rules/<CODE>-<name>/<case>.txtar: a comment that
// says why, a Dockerfile, files of its build context, and the wanted findings;
// no want means silence.
const scenesDir = "../../testdata/rules"

func TestScenes(t *testing.T) {
	for _, path := range scenePaths(t) {
		name := strings.TrimSuffix(strings.TrimPrefix(path, scenesDir+"/"), ".txtar")
		t.Run(name, func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			assert.NilError(t, err)
			assert.Assert(t, len(a.Comment) > 0, "a scene says why it is there")
			got := render(lintScene(t, a))
			if golden.FlagUpdate() {
				setSection(a, "want", got)
				assert.NilError(t, os.WriteFile(path, txtar.Format(a), 0o644))
				return
			}
			assert.Equal(t, got, section(a, "want"))
		})
	}
}

func scenePaths(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob(scenesDir + "/*/*.txtar")
	assert.NilError(tb, err)
	assert.Assert(tb, len(paths) > 0, "no scenes in %s", scenesDir)
	return paths
}

func lint(dockerfile string) *rules.Result {
	l := rules.Linter{Modules: all.Modules()}
	return l.Lint("Dockerfile", []byte(dockerfile))
}

// lintScene lints the Dockerfile of a scene with the build context it has there.
func lintScene(tb testing.TB, a *txtar.Archive) *rules.Result {
	tb.Helper()
	context, err := scene.Context(a, scene.Bad)
	assert.NilError(tb, err)
	l := rules.Linter{Modules: all.Modules(), Context: func(*parser.File) *rootfs.Context { return context }}
	return l.Lint("Dockerfile", []byte(section(a, "Dockerfile")))
}

// render writes findings as scenes want them: every voice and every position.
func render(res *rules.Result) string {
	var out strings.Builder
	place := func(in *parser.Source, at parser.Span) string { return place(res.File, in, at) }
	for _, f := range res.Findings {
		fmt.Fprintf(&out, "%s %s %s: %s\n", place(f.In, f.At), f.Severity, f.Rule.Code, f.Message)
		for _, n := range f.Notes {
			if n.In == nil {
				fmt.Fprintf(&out, "  note: %s\n", n.Message)
				continue
			}
			fmt.Fprintf(&out, "  note %s: %s\n", place(n.In, n.At), n.Message)
		}
		if f.Help != "" {
			fmt.Fprintf(&out, "  help: %s\n", strings.ReplaceAll(f.Help, "\n", "\n    "))
		}
	}
	for _, f := range res.Suppressed {
		fmt.Fprintf(&out, "%s suppressed %s -- %s\n", place(f.In, f.At), f.Rule.Code, f.Reason)
	}
	return out.String()
}

// place is line:column-line:column, the end exclusive, behind the name of a
// file other than the Dockerfile.
func place(dockerfile *parser.File, in *parser.Source, at parser.Span) string {
	from, to := in.Position(at.Start), in.Position(at.End)
	lines := fmt.Sprintf("%d:%d-%d:%d", from.Line, from.Column, to.Line, to.Column)
	if in != dockerfile.Source {
		return in.Name + ":" + lines
	}
	return lines
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setSection(a *txtar.Archive, name, data string) {
	for i, f := range a.Files {
		if f.Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	if data != "" {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
	}
}
