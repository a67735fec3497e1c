//go:build e2e

package outputs

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/e2e/proven"
)

// samples writes the Dockerfiles of all scenes into folders whose names are
// awkward in a URI.
func samples(t *testing.T) string {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/*/*/*.txtar")
	assert.NilError(t, err)
	assert.Assert(t, len(paths) > 0)
	top := t.TempDir()
	folders := []string{"plain", "with blank", "ä#1", "100%", "a+b&c=d"}
	for i, path := range paths {
		scene, err := txtar.ParseFile(path)
		assert.NilError(t, err)
		for _, f := range scene.Files {
			if f.Name == "Dockerfile" {
				dir := filepath.Join(top, folders[i%len(folders)], strconv.Itoa(i))
				assert.NilError(t, os.MkdirAll(dir, 0o755))
				assert.NilError(t, os.WriteFile(filepath.Join(dir, "Dockerfile"), f.Data, 0o644))
			}
		}
	}
	return top
}

// entrylint lints a folder of the samples in a format.
func entrylint(t *testing.T, dir, format string) []byte {
	t.Helper()
	program := os.Getenv("ENTRYLINT")
	assert.Assert(t, program != "", "set ENTRYLINT to the binary, or run make e2e")
	cmd := exec.Command(program, "--format", format, ".")
	cmd.Dir = dir
	out, err := cmd.Output()
	exit := (*exec.ExitError)(nil)
	assert.Assert(t, errors.As(err, &exit) && exit.ExitCode() == 1, "%v", err)
	return out
}

func TestSARIF(t *testing.T) {
	cache, err := os.UserCacheDir()
	assert.NilError(t, err)
	out, err := exec.Command("./multitool.sh", filepath.Join(cache, "entrylint-e2e")).Output()
	assert.NilError(t, err)
	dir, samples := t.TempDir(), samples(t)
	log, broken := filepath.Join(dir, "entrylint.sarif"), filepath.Join(dir, "broken.sarif")
	text := entrylint(t, samples, "sarif") // every rule has findings there
	assert.NilError(t, os.WriteFile(log, text, 0o644))

	// The validator is known to work by what it says of a file that is wrong.
	wrong := entrylint(t, filepath.Join(samples, "plain"), "sarif")
	wrong = bytes.Replace(wrong, []byte(`"startLine"`), []byte(`"startLines"`), 1)
	assert.NilError(t, os.WriteFile(broken, wrong, 0o644))

	found := validate(t, strings.TrimSpace(string(out)), log, broken)
	assert.Assert(t, len(found["broken.sarif"]) > 0)
	delete(found, "broken.sarif")
	assert.Assert(t, len(found) == 0, "%v", found)
	proven.Note(t, "outputs: SARIF of %d results has no errors and no warnings by the SARIF and GitHub rules of sarif-multitool", bytes.Count(text, []byte(`"ruleIndex"`)))
}

// validate returns the validator's errors and warnings of each file. Its exit
// status says nothing; its report is SARIF again.
func validate(t *testing.T, program string, logs ...string) map[string][]string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.sarif")
	args := append([]string{"validate"}, logs...)
	cmd := exec.Command(program, append(args, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--log", "ForceOverwrite", "--output", file)...)
	// What is compiled once, and well, takes half the time.
	cmd.Env = append(os.Environ(), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "DOTNET_TieredCompilation=0")
	out, err := cmd.CombinedOutput()
	text, readErr := os.ReadFile(file)
	assert.NilError(t, readErr, "%v\n%s", err, out)
	var r report
	assert.NilError(t, json.Unmarshal(bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF")), &r))
	assert.Assert(t, len(r.Runs) > 0, "the report has no run:\n%s", out)
	all := map[string][]string{}
	for _, run := range r.Runs {
		for _, result := range run.Results {
			assert.Assert(t, len(result.Locations) > 0, "%+v", result)
			name := path.Base(result.Locations[0].PhysicalLocation.ArtifactLocation.URI)
			all[name] = append(all[name], result.RuleID+" "+result.Level+" "+strings.Join(result.Message.Arguments, " "))
		}
	}
	return all
}

// report is what is read of a SARIF log.
type report struct {
	Runs []struct {
		Results []struct {
			RuleID, Level string
			Message       struct{ Arguments []string }
			Locations     []struct {
				PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
			}
		}
	}
}

func TestJSON(t *testing.T) {
	text, err := os.Open("../../docs/findings.schema.json")
	assert.NilError(t, err)
	defer text.Close()
	doc, err := jsonschema.UnmarshalJSON(text)
	assert.NilError(t, err)
	c := jsonschema.NewCompiler()
	assert.NilError(t, c.AddResource("findings.schema.json", doc))
	schema, err := c.Compile("findings.schema.json")
	assert.NilError(t, err)

	out := entrylint(t, samples(t), "json")
	findings, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	assert.NilError(t, err)
	assert.NilError(t, schema.Validate(findings))
	proven.Note(t, "outputs: JSON of %d findings keeps its schema", bytes.Count(out, []byte(`"severity"`)))
}
