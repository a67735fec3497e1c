package report_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := os.Open("../docs/" + name)
	assert.NilError(t, err)
	defer text.Close()
	doc, err := jsonschema.UnmarshalJSON(text)
	assert.NilError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	assert.NilError(t, c.AddResource(name, doc))
	s, err := c.Compile(name)
	assert.NilError(t, err)
	return s
}

func TestJSONKeepsItsSchema(t *testing.T) {
	s := schema(t, "findings.schema.json")
	for name, all := range map[string][]*rules.Result{"nothing": nil, "clean": {clean()}, "everything": results(t)} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(write(t, "json", report.Options{Version: `1"2`}, all...)))
		assert.NilError(t, err, name)
		assert.NilError(t, s.Validate(doc), name)
	}
}

// TestSchemaIsStrict takes away and adds one thing at a time.
func TestSchemaIsStrict(t *testing.T) {
	s := schema(t, "findings.schema.json")
	var doc any
	assert.NilError(t, json.Unmarshal([]byte(write(t, "json", report.Options{}, ordinary(t))), &doc))
	assert.NilError(t, s.Validate(doc))
	changes := 0
	eachObject(doc, func(o map[string]any) {
		for key, value := range o {
			delete(o, key)
			assert.Assert(t, s.Validate(doc) != nil, "without %s", key)
			o[key] = map[string]any{}
			assert.Assert(t, s.Validate(doc) != nil, "with another %s", key)
			o[key] = value
			changes++
		}
		o["more"] = 1
		assert.Assert(t, s.Validate(doc) != nil, "with more")
		delete(o, "more")
	})
	assert.Assert(t, changes > 100)
}

func eachObject(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		visit(v)
		for _, child := range v {
			eachObject(child, visit)
		}
	case []any:
		for _, child := range v {
			eachObject(child, visit)
		}
	}
}

type document struct {
	Findings []struct {
		Notes []struct {
			Line, Column int
			Message      string
		}
		Fixes []struct {
			Title string
			Edits []edit
		}
	}
}

type edit struct {
	File                             string
	Line, Column, EndLine, EndColumn int
	Text                             string
}

func read(t *testing.T, all ...*rules.Result) document {
	t.Helper()
	var d document
	assert.NilError(t, json.Unmarshal([]byte(write(t, "json", report.Options{}, all...)), &d))
	return d
}

// TestJSONEdits applies edits the way a reader of the JSON would, by line and
// column, and compares with the bytes they are made of.
func TestJSONEdits(t *testing.T) {
	edits := 0
	for _, res := range results(t) {
		d := read(t, res)
		for i, f := range res.Findings {
			assert.Equal(t, len(d.Findings[i].Fixes), len(f.Fixes))
			for j, fix := range f.Fixes {
				for k, e := range fix.Edits {
					got := d.Findings[i].Fixes[j].Edits[k]
					assert.Equal(t, got.File, e.In.Name)
					assert.Equal(t, replaced(e.In, got), e.In.Text(parser.Span{End: e.At.Start})+e.New+e.In.Text(parser.Span{Start: e.At.End, End: len(e.In.Bytes)}))
					edits++
				}
			}
		}
	}
	assert.Equal(t, edits, 9)
}

// replaced applies one edit, knowing nothing of byte offsets.
func replaced(in *parser.Source, e edit) string {
	bom, text := "", string(in.Bytes)
	if strings.HasPrefix(text, "\uFEFF") {
		bom, text = text[:3], text[3:]
	}
	lines := strings.SplitAfter(text, "\n")
	before := strings.Join(lines[:e.Line-1], "") + head(lines[e.Line-1], e.Column)
	last := lines[e.EndLine-1]
	return bom + before + e.Text + last[len(head(last, e.EndColumn)):] + strings.Join(lines[e.EndLine:], "")
}

// head returns what stands in front of a column.
func head(line string, column int) string {
	for i := range line {
		if column--; column == 0 {
			return line[:i]
		}
	}
	return line
}

func TestJSONNoteWithoutPlace(t *testing.T) {
	finding := read(t, ordinary(t)).Findings[0]
	note := finding.Notes[2]
	assert.Assert(t, strings.HasPrefix(note.Message, "debian:13 has dash"))
	assert.Equal(t, note.Line, 6)
	assert.Equal(t, note.Column, 1)
}

// TestJSONFixOfOtherBytes: JSON cannot carry them, and a reader must not write
// something else.
func TestJSONFixOfOtherBytes(t *testing.T) {
	res := otherFile(t)
	res.Findings[0].Fixes[0].Edits[0].New = "\xff"
	assert.Equal(t, len(read(t, res).Findings[0].Fixes), 0)
	assert.Equal(t, len(res.Findings[0].Fixes), 1, "the result is left alone")
}
