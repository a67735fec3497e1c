package oracle

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/e2e/proven"
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
	proven.Note(t, "oracle: %d generated files, %d stages and %d values equal, %d values not known, %d refused by BuildKit",
		n, sum.Stages, sum.Values, sum.Unknown, sum.Refused)
	assert.Assert(t, sum.Values > 10*sum.Unknown, "most values must be known")
	assert.Assert(t, files > 0 || n >= 2000, "%d files in a minute prove little", n)
	assert.Assert(t, sum.Stages > n/2, "most stages must be compared")
}

// TestScenes compares every Dockerfile of testdata, with images that are empty:
// no scene may need the real ones to be resolved alike.
func TestScenes(t *testing.T) {
	files := testdata(t)
	assert.Assert(t, len(files) > 0)
	var sum Outcome
	for name, dockerfile := range files {
		out := Compare(dockerfile, Registry{"*": {}})
		assert.Assert(t, len(out.Differences) == 0, "%s:\n%s\n%s", name, dockerfile, strings.Join(out.Differences, "\n"))
		sum.add(out)
	}
	assert.Equal(t, sum.NoImage, 0)
	assert.Assert(t, sum.Stages > len(files)*3/4, "most files must be compared")
	proven.Note(t, "oracle: %d Dockerfiles of testdata, %d stages and %d values equal, %d stages refused by BuildKit",
		len(files), sum.Stages, sum.Values, sum.Refused)
}

// testdata returns the Dockerfiles of scenes, good twins, script tests and
// samples by name.
func testdata(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, root := range []string{"../../testdata", "../../internal/cli/testdata"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			if strings.HasSuffix(path, ".txtar") {
				for _, f := range txtar.Parse(text).Files {
					if isDockerfile(f.Name) {
						files[path+" "+f.Name] = f.Data
					}
				}
			} else if isDockerfile(path) {
				files[path] = text
			}
			return err
		})
		assert.NilError(t, err)
	}
	return files
}

func isDockerfile(name string) bool {
	return strings.HasPrefix(filepath.Base(name), "Dockerfile")
}

func (out *Outcome) add(o Outcome) {
	out.Stages += o.Stages
	out.Values += o.Values
	out.Unknown += o.Unknown
	out.Refused += o.Refused
	out.NoImage += o.NoImage
}

func TestShrinkKeepsTheDifference(t *testing.T) {
	dockerfile := "FROM plain\nENV A=1\nRUN true\nCMD [\"a\"]\n"
	got := shrink(dockerfile, func(s string) bool { return strings.Contains(s, "CMD") })
	assert.Equal(t, got, "CMD [\"a\"]\n")
}

// TestBuildChecks holds rules against the checks of BuildKit that they follow.
func TestBuildChecks(t *testing.T) {
	agreed, files := 0, 0
	hold := func(name string, dockerfile []byte, images Registry) {
		n, differences := CheckParity(dockerfile, images)
		assert.Assert(t, len(differences) == 0, "%s:\n%s\n%s", name, dockerfile, strings.Join(differences, "\n"))
		agreed += n
		files++
	}
	for seed := uint64(1); seed <= 3000; seed++ {
		hold("generated", []byte(Generate(seed)), Images)
	}
	for name, dockerfile := range testdata(t) {
		hold(name, dockerfile, Registry{"*": {}})
	}
	assert.Assert(t, agreed > 100, "%d findings", agreed)
	proven.Note(t, "oracle: %d files on which EP407 and EP409 find what UndefinedArgInFrom, InvalidDefaultArgInFrom and SecretsUsedInArgOrEnv find, %d times", files, agreed)
}
