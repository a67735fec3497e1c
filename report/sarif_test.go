package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
	"gotest.tools/v3/assert/cmp"

	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

// object is JSON that a test walks through by keys and numbers.
type object struct{ v any }

func (o object) at(path ...any) object {
	for _, key := range path {
		switch key := key.(type) {
		case string:
			m, _ := o.v.(map[string]any)
			o.v = m[key]
		case int:
			list, _ := o.v.([]any)
			if key >= len(list) {
				return object{}
			}
			o.v = list[key]
		}
	}
	return o
}

func (o object) len() int {
	list, _ := o.v.([]any)
	return len(list)
}

func sarifOf(t *testing.T, o report.Options, all ...*rules.Result) object {
	t.Helper()
	var log object
	assert.NilError(t, json.Unmarshal([]byte(write(t, "sarif", o, all...)), &log.v))
	assert.Equal(t, log.at("version").v, "2.1.0")
	assert.Equal(t, log.at("runs").len(), 1)
	return log.at("runs", 0)
}

func TestSARIFCatalog(t *testing.T) {
	run := sarifOf(t, report.Options{Version: "v1.2.3", Modules: catalog()})
	assert.Check(t, cmp.DeepEqual(run.at("results").v, []any{}))
	driver := run.at("tool", "driver")
	assert.Equal(t, driver.at("version").v, "1.2.3")
	assert.Equal(t, driver.at("rules").len(), 5)
	rule := driver.at("rules", 1)
	assert.Check(t, cmp.DeepEqual(rule.v, map[string]any{
		"id":                   "EP301",
		"name":                 "entrypoint-swallows-arguments",
		"shortDescription":     map[string]any{"text": "a shell-form ENTRYPOINT drops CMD and the arguments of docker run."},
		"fullDescription":      map[string]any{"text": "A shell-form `ENTRYPOINT` runs as `/bin/sh -c \"text\"`. Arguments become `$0`, `$1` … of that shell."},
		"help":                 map[string]any{"text": rule.at("fullDescription", "text").v.(string) + "\n\n" + intent.URL(lostCmd), "markdown": string(pages["ep301_entrypoint_swallows_arguments.md"].Data)},
		"helpUri":              intent.URL(lostCmd),
		"defaultConfiguration": map[string]any{"level": "error"},
		"properties":           map[string]any{"tags": []any{"intent"}},
	}))
	bare := driver.at("rules", 4)
	assert.Equal(t, bare.at("id").v, "EP502", "a rule without a page")
	assert.Equal(t, bare.at("fullDescription", "text").v, bare.at("shortDescription", "text").v)
	assert.Equal(t, driver.at("rules", 3, "defaultConfiguration", "level").v, "note")
}

func TestSARIFVersionIsNumeric(t *testing.T) {
	for version, want := range map[string]string{"dev": "0.0.0-dev", "": "0.0.0-", "v2.0.0-3-gabcdef0": "2.0.0-3-gabcdef0"} {
		run := sarifOf(t, report.Options{Version: version})
		assert.Equal(t, run.at("tool", "driver", "version").v, want)
		assert.Check(t, cmp.DeepEqual(run.at("tool", "driver", "rules").v, []any{}))
	}
}

func TestSARIFResult(t *testing.T) {
	run := sarifOf(t, report.Options{Modules: catalog()}, ordinary(t))
	assert.Equal(t, run.at("columnKind").v, "unicodeCodePoints")
	assert.Assert(t, run.at("originalUriBaseIds", "%SRCROOT%").v != nil)
	res := run.at("results", 0)
	file := map[string]any{"uri": "app/Dockerfile", "uriBaseId": "%SRCROOT%"}
	region := map[string]any{"startLine": 6.0, "startColumn": 1.0, "endLine": 6.0, "endColumn": 33.0}

	assert.Equal(t, res.at("ruleId").v, "EP301")
	assert.Equal(t, res.at("ruleIndex").v, 1.0)
	assert.Equal(t, res.at("level").v, "error")
	text := res.at("message", "text").v.(string)
	assert.Assert(t, strings.HasSuffix(text, "."), text)
	assert.Assert(t, cmp.Contains(text, `/srv/app --port $PORT". debian:13 has dash`))
	assert.Assert(t, cmp.Contains(text, "from /srv/app. Help: write ENTRYPOINT in exec form"))
	assert.Check(t, cmp.DeepEqual(res.at("locations").v, []any{map[string]any{
		"physicalLocation": map[string]any{"artifactLocation": file, "region": region},
	}}))
	assert.Equal(t, res.at("relatedLocations").len(), 2, "only notes with a place")
	assert.Equal(t, res.at("relatedLocations", 1, "message", "text").v, "PORT is a build argument: empty at run time.")
	assert.Check(t, cmp.DeepEqual(res.at("suppressions").v, []any{}))
	assert.Equal(t, res.at("fixes").len(), 2, "none that is only to be shown")
	assert.Check(t, cmp.DeepEqual(res.at("fixes", 0, "artifactChanges").v, []any{map[string]any{
		"artifactLocation": file,
		"replacements": []any{map[string]any{
			"deletedRegion":   region,
			"insertedContent": map[string]any{"text": `ENTRYPOINT ["/srv/app", "--port", "80"]`},
		}},
	}}))
	remove := res.at("fixes", 1, "artifactChanges", 0, "replacements")
	assert.Equal(t, remove.len(), 2, "edits of one file are together")
	assert.Equal(t, remove.at(0, "insertedContent").v, nil)

	held := run.at("results", 2)
	assert.Equal(t, held.at("ruleId").v, "EP306")
	assert.Check(t, cmp.DeepEqual(held.at("suppressions").v, []any{
		map[string]any{"kind": "inSource", "justification": "kept for documentation"},
	}))
}

func TestSARIFLocations(t *testing.T) {
	for _, tc := range []struct {
		result *rules.Result
		want   map[string]any
	}{
		{windows(t), map[string]any{"uri": "crlf%20&%20co/Dockerfile,50%25:x", "uriBaseId": "%SRCROOT%"}},
		{edges(), map[string]any{"uri": "file:///abs/edge%20cases/Dockerfile"}},
		{&rules.Result{Findings: []rules.Finding{{Rule: noExec, Module: script, In: dockerfile("a:b#c?d", "").Source}}}, map[string]any{"uri": "./a:b%23c%3Fd", "uriBaseId": "%SRCROOT%"}},
	} {
		at := sarifOf(t, report.Options{}, tc.result).at("results", 0, "locations", 0, "physicalLocation", "artifactLocation")
		assert.Check(t, cmp.DeepEqual(at.v, tc.want))
	}
}

func TestSARIFFixOfOtherBytes(t *testing.T) {
	res := otherFile(t)
	res.Findings[0].Fixes[0].Edits[0].New = "\xff"
	assert.Equal(t, sarifOf(t, report.Options{}, res).at("results", 0, "fixes").v, nil)
}

// prints returns the fingerprints of a file's findings, one for each CMD.
func prints(t *testing.T, text string) []string {
	t.Helper()
	f := dockerfile("Dockerfile", text)
	res := &rules.Result{File: f}
	for _, inst := range f.Instructions {
		if inst.Verb.Value == "CMD" {
			res.Findings = append(res.Findings, rules.Finding{Rule: keepsTwo, Module: intent, In: f.Source, At: inst.Span, Message: "x"})
		}
	}
	run := sarifOf(t, report.Options{}, res)
	var all []string
	for i := range res.Findings {
		all = append(all, run.at("results", i, "partialFingerprints", "ruleAndText/v1").v.(string))
	}
	return all
}

func TestSARIFFingerprints(t *testing.T) {
	one := prints(t, "FROM a\nCMD  x y\nCMD z\nCMD x y\n")
	assert.Assert(t, one[0] != one[1] && one[1] != one[2] && one[0] != one[2])
	assert.DeepEqual(t, one, prints(t, "# moved\n\nFROM a\nUSER u\nCMD\tx y\nCMD z\nCMD x   y\n"))
}
