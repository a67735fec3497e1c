package dockerfiles_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/dockerfiles"
)

// The search leaves out what git leaves out, in trees made of patterns and
// names that are close to each other.
func TestSearchAgreesWithGit(t *testing.T) {
	needGit(t)
	ignored, kept := 0, 0
	for seed := range uint64(100) {
		g := generator{rand.New(rand.NewPCG(seed, 1))}
		top := t.TempDir()
		git(t, top, nil, "init", "-q", "--template=")
		all := g.tree(t, top)
		want := slices.DeleteFunc(slices.Clone(all), gitIgnores(t, top, all))
		got := search(t, top)
		if !slices.Equal(got, want) {
			t.Fatalf("tree %d:\n got %q\nwant %q\n%s", seed, got, want, ignoreFiles(t, top))
		}
		kept += len(want)
		ignored += len(all) - len(want)
	}
	t.Logf("%d ignored, %d kept", ignored, kept)
	assert.Assert(t, ignored > 1000 && kept > 1000, "the trees prove little")
}

func needGit(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err == nil {
		return
	}
	const how = "git is what this test compares with: install it (apt-get install git, brew install git)"
	if os.Getenv("CI") != "" {
		t.Fatal(how)
	}
	t.Skip(how)
}

// git runs in dir, free of the settings of whoever runs the test.
func git(t *testing.T, dir string, stdin []byte, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "core.excludesFile=" + os.DevNull}, args...)...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	out, err := cmd.Output()
	if err != nil && cmd.ProcessState.ExitCode() != 1 { // check-ignore: nothing is ignored
		t.Fatalf("git %v: %v", args, err)
	}
	return out
}

func gitIgnores(t *testing.T, top string, paths []string) func(string) bool {
	t.Helper()
	out := git(t, top, []byte(strings.Join(paths, "\x00")+"\x00"), "check-ignore", "--no-index", "--stdin", "-z")
	ignored := strings.Split(string(out), "\x00")
	return func(path string) bool { return slices.Contains(ignored, path) }
}

// search returns the Dockerfiles below top, relative to it.
func search(t *testing.T, top string) []string {
	t.Helper()
	var found []string
	for path, err := range dockerfiles.Search(top) {
		if errors.Is(err, dockerfiles.ErrNone) {
			continue
		}
		assert.NilError(t, err)
		path, err = filepath.Rel(top, path)
		assert.NilError(t, err)
		found = append(found, filepath.ToSlash(path))
	}
	return found
}

func ignoreFiles(t *testing.T, top string) string {
	t.Helper()
	var text strings.Builder
	files, err := filepath.Glob(filepath.Join(top, ".gitignore"))
	assert.NilError(t, err)
	for _, depth := range []string{"*", "*/*", "*/*/*"} {
		more, err := filepath.Glob(filepath.Join(top, depth, ".gitignore"))
		assert.NilError(t, err)
		files = append(files, more...)
	}
	for _, f := range append(files, filepath.Join(top, ".git/info/exclude")) {
		b, err := os.ReadFile(f)
		assert.NilError(t, err)
		fmt.Fprintf(&text, "%s: %q\n", f, b)
	}
	return text.String()
}

// generator makes trees.
type generator struct{ *rand.Rand }

func (g generator) oneOf(words ...string) string { return words[g.IntN(len(words))] }

// tree makes a random tree with .gitignore files and returns the Dockerfiles
// in it, sorted.
func (g generator) tree(t *testing.T, top string) []string {
	t.Helper()
	var all []string
	folders := []string{""}
	for range 12 {
		in := folders[g.IntN(len(folders))]
		folder := in + g.oneOf("a", "b", "ab", "c", "a b", "Dockerfile", "ä", "a-b", "[a]", "build") + "/"
		if strings.Count(in, "/") < 4 && !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	for _, in := range folders {
		write(t, filepath.Join(top, in, "other.txt"), "")
		for range 4 {
			path := in + g.oneOf("Dockerfile", "Dockerfile.a", "Dockerfile.ab", "a.Dockerfile", "b.dockerfile",
				"Containerfile", "Dockerfile.ä", "Dockerfile.a b", "Dockerfile. ", `a\b.Dockerfile`, "!.Dockerfile", "#.Dockerfile", "-]^.dockerfile")
			if !slices.Contains(folders, path+"/") && !slices.Contains(all, path) {
				write(t, filepath.Join(top, path), "")
				all = append(all, path)
			}
		}
		if in == "" || g.IntN(4) == 0 {
			write(t, filepath.Join(top, in, ".gitignore"), g.patterns())
		}
	}
	write(t, filepath.Join(top, ".git/info/exclude"), g.patterns())
	slices.Sort(all)
	return all
}

func write(t *testing.T, path, text string) {
	t.Helper()
	assert.NilError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	assert.NilError(t, os.WriteFile(path, []byte(text), 0o666))
}

func (g generator) patterns() string {
	text := g.oneOf("", "", "", "\xEF\xBB\xBF")
	for range 1 + g.IntN(8) {
		text += g.oneOf("", "", "", "", "!", "!", g.oneOf(" ", "#", `\!`, `\#`)) + g.pattern()
		text += g.oneOf("", "", "", "/", g.oneOf(" ", `\ `, "\t", `\`)) + g.oneOf("\n", "\n", "\r\n", "\n\n")
	}
	return text + g.oneOf("", "", g.pattern())
}

// pattern makes one of one to three steps, each close to a name in the tree.
func (g generator) pattern() string {
	text := g.oneOf("", "", "", "/", "**/")
	for range g.IntN(4) - 1 {
		text += g.folder() + g.oneOf("/", "/", "/", "/**/", "/*/", "//", `?\/`)
	}
	return text + g.oneOf(g.folder(), g.file(), g.file())
}

func (g generator) folder() string {
	return g.oneOf("a", "b", "ab", "c", "a b", "ä", "build", "*", "**", "?", "a*", "*b", "***",
		g.oneOf("[ab]", "[!a]", "[[:alpha:]]", "[a", "*-*", "[a-]b", "[a/b]", `\[a]`, "[[]a]", "?b"))
}

func (g generator) file() string {
	return g.oneOf("Dockerfile", "Dockerfile*", "Dockerfile.?", "*.Dockerfile", "*file", "Container*", "*.a*",
		g.oneOf("Dockerfile.[a-b]", "Dockerfile.[^a]*", "**file", "[CD]o*e", `\D*`, `a\\b.*`, "Dockerfile.[]a]", "Dockerfile.[[:space:]]",
			"[!]]*", "*.[dD]*[!e]", "D*r*i*e*", "[[:nope:]]", "Dockerfile.??", "*a*b*", "[--^]*", `[\]-^]*`, "**", "*"))
}
