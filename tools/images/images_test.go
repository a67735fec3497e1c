package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"
	"gotest.tools/v3/golden"
)

// TestTables makes a table of every archive in testdata. A section named
// OWNER+NAME/PATH is a file of a repository, OWNER+NAME@TAG/PATH one of an
// earlier commit with a tag; the commits stand in order. The section want is
// the table without the rows kept by hand, and a line for each repository that
// is missing.
func TestTables(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	assert.NilError(t, err)
	assert.Assert(t, len(files) > 0)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			assert.NilError(t, err)
			got := tableOf(t, a)
			again := tableOf(t, a)
			assert.Equal(t, got, again)
			if golden.FlagUpdate() {
				setSection(a, "want", got)
				assert.NilError(t, os.WriteFile(file, txtar.Format(a), 0o644))
			}
			assert.Equal(t, got, section(a, "want"))
		})
	}
}

func tableOf(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	mirrors := repositories(t, a)
	hand := fstest.MapFS{}
	for _, name := range []string{"rows.json", "programs.json", "moved.json"} {
		text := section(a, name)
		if text == "" {
			text = "[]"
		}
		hand[name] = &fstest.MapFile{Data: []byte(text)}
	}
	table, missing, err := generate(mirrors, hand, nil, io.Discard)
	assert.NilError(t, err)
	var b strings.Builder
	for line := range strings.Lines(string(table)) {
		if !strings.Contains(section(a, "rows.json"), strings.TrimRight(line, ",\n")) {
			b.WriteString(line)
		}
	}
	for _, name := range missing {
		fmt.Fprintln(&b, "no clone of", name)
	}
	return b.String()
}

// repositories makes the repositories of an archive.
func repositories(t *testing.T, a *txtar.Archive) string {
	t.Helper()
	dir := t.TempDir()
	last, when := "", 1_500_000_000
	commit := func(repo, tag string) {
		when += 7 * 24 * 60 * 60
		git(t, filepath.Join(dir, repo), when, "add", "-A")
		git(t, filepath.Join(dir, repo), when, "commit", "-q", "--allow-empty", "-m", "Next")
		if tag != "" {
			git(t, filepath.Join(dir, repo), when, "tag", tag)
		}
	}
	for _, f := range append(a.Files, txtar.File{Name: "/"}) {
		head, path, _ := strings.Cut(f.Name, "/")
		if head != last && last != "" {
			repo, tag, _ := strings.Cut(last, "@")
			commit(repo, tag)
		}
		last = ""
		if !strings.Contains(head, "+") {
			continue
		}
		last = head
		repo, _, _ := strings.Cut(head, "@")
		if _, err := os.Stat(filepath.Join(dir, repo)); err != nil {
			assert.NilError(t, os.Mkdir(filepath.Join(dir, repo), 0o755))
			git(t, filepath.Join(dir, repo), when, "init", "-q")
		}
		name := filepath.Join(dir, repo, filepath.FromSlash(path))
		assert.NilError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		assert.NilError(t, os.WriteFile(name, f.Data, 0o644))
	}
	return dir
}

func git(t *testing.T, dir string, when int, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=A", "-c", "user.email=a@example.org"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), fmt.Sprintf("GIT_COMMITTER_DATE=%d +0000", when), fmt.Sprintf("GIT_AUTHOR_DATE=%d +0000", when),
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	out, err := cmd.CombinedOutput()
	assert.NilError(t, err, string(out))
}

func section(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setSection(a *txtar.Archive, name, text string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(text)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
}

// The rows kept by hand are written as the table is, so that the linter's own
// reader finds them.
func TestRowsByHand(t *testing.T) {
	for _, name := range []string{"rows.json", "programs.json"} {
		text, err := data.ReadFile("data/" + name)
		assert.NilError(t, err)
		rows, err := readRows(text)
		assert.NilError(t, err, name)
		written, err := write(rows)
		assert.NilError(t, err)
		assert.Assert(t, bytes.Equal(written, text), "%s is not sorted, or not one row a line", name)
	}
}
