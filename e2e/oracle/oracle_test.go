package oracle

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"
)

// TestGenerated compares generated Dockerfiles: as many as a minute allows, or
// ORACLE_FILES of them.
func TestGenerated(t *testing.T) {
	files, _ := strconv.Atoi(os.Getenv("ORACLE_FILES"))
	deadline := time.Now().Add(time.Minute)
	var sum Outcome
	n := 0
	for seed := uint64(1); files > 0 && n < files || files == 0 && time.Now().Before(deadline); seed++ {
		dockerfile := Generate(seed)
		out := Compare([]byte(dockerfile), Images)
		if len(out.Differences) > 0 {
			small := Shrink(dockerfile, Images)
			t.Fatalf("seed %d:\n%s\n%s", seed, small, strings.Join(Compare([]byte(small), Images).Differences, "\n"))
		}
		sum.add(out)
		n++
	}
	t.Logf("oracle: %d generated files, %d stages and %d values equal, %d values not known, %d refused by BuildKit",
		n, sum.Stages, sum.Values, sum.Unknown, sum.Refused)
	assert.Assert(t, sum.Values > 10*sum.Unknown, "most values must be known")
}

// TestScenes compares every Dockerfile of the project's scenes, with images
// that are empty: no scene may need the real ones to be resolved alike.
func TestScenes(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/*/*/*.txtar")
	assert.NilError(t, err)
	assert.Assert(t, len(paths) > 0)
	var sum Outcome
	for _, path := range paths {
		scene, err := txtar.ParseFile(path)
		assert.NilError(t, err)
		for _, f := range scene.Files {
			if strings.HasPrefix(f.Name, "Dockerfile") {
				out := Compare(f.Data, anyImage(f.Data))
				assert.Assert(t, len(out.Differences) == 0, "%s:\n%s\n%s", path, f.Data, strings.Join(out.Differences, "\n"))
				sum.add(out)
			}
		}
	}
	t.Logf("oracle: %d scenes, %d stages and %d values equal, %d refused by BuildKit", len(paths), sum.Stages, sum.Values, sum.Refused)
}

// anyImage has an empty image for every word of a Dockerfile.
func anyImage(dockerfile []byte) Registry {
	images := Registry{}
	for _, word := range strings.Fields(string(dockerfile)) {
		images[familiar(word)] = Images["plain"]
	}
	return images
}

func (out *Outcome) add(o Outcome) {
	out.Stages += o.Stages
	out.Values += o.Values
	out.Unknown += o.Unknown
	out.Refused += o.Refused
}

func TestShrinkKeepsTheDifference(t *testing.T) {
	wrong := Registry{"plain": {Cmd: []string{"x"}}}
	_ = wrong
	dockerfile := "FROM plain\nENV A=1\nRUN true\nCMD [\"a\"]\n"
	got := shrink(dockerfile, func(s string) bool { return strings.Contains(s, "CMD") })
	assert.Equal(t, got, "CMD [\"a\"]\n")
}
