//go:build e2e

package outputs

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
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

// entrylint lints the samples in a format; every rule has findings there.
func entrylint(t *testing.T, format string) []byte {
	t.Helper()
	program := os.Getenv("ENTRYLINT")
	assert.Assert(t, program != "", "set ENTRYLINT to the binary, or run make e2e")
	cmd := exec.Command(program, "--format", format, ".")
	cmd.Dir = samples(t)
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
	dir := t.TempDir()
	log := filepath.Join(dir, "entrylint.sarif")
	assert.NilError(t, os.WriteFile(log, entrylint(t, "sarif"), 0o644))

	good := validate(t, strings.TrimSpace(string(out)), log)
	assert.Assert(t, len(good) == 0, "%v", good)

	// The validator is known to work by what it says of a file that is wrong.
	text, err := os.ReadFile(log)
	assert.NilError(t, err)
	wrong := bytes.Replace(text, []byte(`"startLine"`), []byte(`"startLines"`), 1)
	assert.NilError(t, os.WriteFile(log, wrong, 0o644))
	assert.Assert(t, len(validate(t, strings.TrimSpace(string(out)), log)) > 0)
	proven.Note(t, "outputs: SARIF of %d results has no errors and no warnings by the SARIF and GitHub rules of sarif-multitool", bytes.Count(text, []byte(`"ruleIndex"`)))
}

// validate returns the validator's errors and warnings. Its exit status says
// nothing; its report is SARIF again.
func validate(t *testing.T, program, log string) []string {
	t.Helper()
	file := log + ".report"
	cmd := exec.Command(program, "validate", log, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--log", "ForceOverwrite", "--output", file)
	cmd.Env = append(os.Environ(), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1")
	out, err := cmd.CombinedOutput()
	text, readErr := os.ReadFile(file)
	assert.NilError(t, readErr, "%v\n%s", err, out)
	var report struct {
		Runs []struct {
			Results []struct {
				RuleID, Level string
				Message       struct {
					ID        string
					Arguments []string
				}
			}
			Tool struct{ Driver struct{ Name string } }
		}
	}
	assert.NilError(t, json.Unmarshal(bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF")), &report))
	assert.Assert(t, len(report.Runs) > 0, "the report has no run:\n%s", out)
	var all []string
	for _, run := range report.Runs {
		for _, r := range run.Results {
			all = append(all, r.RuleID+" "+r.Level+" "+strings.Join(r.Message.Arguments, " "))
		}
	}
	return all
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

	out := entrylint(t, "json")
	findings, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	assert.NilError(t, err)
	assert.NilError(t, schema.Validate(findings))
	proven.Note(t, "outputs: JSON of %d findings keeps its schema", bytes.Count(out, []byte(`"severity"`)))
}
