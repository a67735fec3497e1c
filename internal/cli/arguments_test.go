package cli

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"gotest.tools/v3/assert"
	"gotest.tools/v3/assert/cmp"
)

func lintFlags() *command { return (&program{}).lintCommand() }

func TestSplitArguments(t *testing.T) {
	for _, test := range []struct {
		args, flags, operands, behind []string
	}{
		{args: []string{"a", "--quiet", "b"}, flags: []string{"--quiet"}, operands: []string{"a", "b"}},
		{args: []string{"--jobs", "3", "a"}, flags: []string{"--jobs=3"}, operands: []string{"a"}},
		{args: []string{"a", "--jobs=3"}, flags: []string{"--jobs=3"}, operands: []string{"a"}},
		{args: []string{"--output", "-", "-"}, flags: []string{"--output=-"}, operands: []string{"-"}},
		{args: []string{"--output", "-x", "a=b"}, flags: []string{"--output=-x"}, operands: []string{"a=b"}},
		{args: []string{"--output=--quiet"}, flags: []string{"--output=--quiet"}},
		{args: []string{"a", "--", "--quiet", "--", "b"}, operands: []string{"a"}, behind: []string{"--quiet", "--", "b"}},
		{args: []string{"--select", ""}, flags: []string{"--select="}},
	} {
		a, err := splitArguments(test.args, lintFlags().flags)
		assert.NilError(t, err)
		assert.Check(t, cmp.DeepEqual([][]string{a.flags, a.operands, a.behind}, [][]string{test.flags, test.operands, test.behind}), "%q", test.args)
	}
	for want, args := range map[string][]string{
		"unknown flag --x":         {"a", "--x=1"},
		"unknown flag ---":         {"---"},
		"unknown flag --":          {"--=x"},
		"--output needs a value":   {"--output"},
		"--target needs a value":   {"--target", "--jobs=3"},
		"--context needs a value":  {"--context", "--", "a"},
		"unknown flag --no_inline": {"--no_inline"},
	} {
		_, err := splitArguments(args, lintFlags().flags)
		assert.Check(t, cmp.ErrorContains(err, want), "%q", args)
	}
}

// What pid1 is asked for: words behind "--" are the container's, whatever they
// look like.
func TestPID1Request(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "Dockerfile")
	assert.NilError(t, os.WriteFile(file, []byte("FROM debian:12\n"), 0o666))
	parse := func(args ...string) pid1Request {
		var got pid1Request
		c := (&program{}).pid1Command(func(req pid1Request, _ io.Writer) error {
			got = req
			return nil
		})
		_, err := c.parse(args, io.Discard)
		assert.NilError(t, err)
		return got
	}
	req := parse("--entrypoint", "", dir, "--target=b", "--", "--entrypoint", "x", "--", "-h", "")
	assert.Equal(t, req.file, file)
	assert.Equal(t, string(req.text), "FROM debian:12\n")
	assert.Equal(t, req.target, "b")
	assert.Equal(t, req.format.word, "text")
	assert.Assert(t, req.run.EntrypointSet && req.run.Entrypoint == "")
	assert.DeepEqual(t, req.run.Args, []string{"--entrypoint", "x", "--", "-h", ""})

	req = parse(file, "--format", "json", "--entrypoint", "sh")
	assert.Equal(t, req.format.word, "json")
	assert.Assert(t, req.run.EntrypointSet && req.run.Entrypoint == "sh" && len(req.run.Args) == 0)
	assert.Assert(t, !parse(file, "--").run.EntrypointSet)
}
