package report_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

// Whatever the name of a file is, XML gives back what encoding/xml would.
func TestCheckstyleAttributes(t *testing.T) {
	for _, name := range []string{
		"Dockerfile", `"a" & 'b' <c> ]]>`, "tab\tnewline\nreturn\r", "\x00\x01\x1f\x7f\u0085", "\xff\xfe", "\ufffe\uffff", "äöü \U0001F600", "&amp;",
	} {
		src := parser.NewSource(name, []byte("FROM scratch\n"))
		finding := rules.Finding{Rule: &rules.Rule{Code: "EP101"}, Module: &rules.Module{Name: "shellform"}, Severity: rules.Error, In: src, Message: name}
		text := write(t, "checkstyle", report.Options{}, &rules.Result{Findings: []rules.Finding{finding}})

		var got struct {
			File struct {
				Name  string `xml:"name,attr"`
				Error struct {
					Message string `xml:"message,attr"`
				} `xml:"error"`
			} `xml:"file"`
		}
		assert.NilError(t, xml.Unmarshal([]byte(text), &got), text)
		assert.Equal(t, got.File.Name, throughXML(t, name))
		assert.Assert(t, strings.Contains(text, "<error line=\"1\" column=\"1\" severity=\"error\" message=\""), text)
	}
}

// throughXML is what is left of a text that encoding/xml has written.
func throughXML(t *testing.T, text string) string {
	t.Helper()
	type attribute struct {
		Value string `xml:"value,attr"`
	}
	written, err := xml.Marshal(attribute{text})
	assert.NilError(t, err)
	var read attribute
	assert.NilError(t, xml.Unmarshal(written, &read))
	return read.Value
}
