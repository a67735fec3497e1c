package report_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

func TestUnknownFormat(t *testing.T) {
	_, err := report.New("jsn", io.Discard, report.Options{})
	assert.Error(t, err, `unknown format "jsn": want text, compact, json, sarif, github, gitlab or checkstyle (did you mean json?)`)
	_, err = report.New("", io.Discard, report.Options{})
	assert.Error(t, err, `unknown format "": want text, compact, json, sarif, github, gitlab or checkstyle`)
}

var errClosed = errors.New("the reader has gone")

// pipe is closed by its reader after so many bytes.
type pipe int

func (p *pipe) Write(b []byte) (int, error) {
	n := min(len(b), int(*p))
	*p -= pipe(n)
	if n < len(b) {
		return n, errClosed
	}
	return n, nil
}

func TestWriterErrors(t *testing.T) {
	for _, format := range report.Formats() {
		for _, room := range []pipe{0, 2000} {
			r, err := report.New(format, &room, report.Options{Modules: catalog()})
			assert.NilError(t, err)
			var failed error
			for _, res := range results(t) {
				failed = errors.Join(failed, r.File(res))
			}
			assert.ErrorIs(t, failed, errClosed, format)
			assert.ErrorIs(t, r.Close(), errClosed, format)
		}
	}
}

// TestStreams holds every format against its promise: what a file has is
// written when File returns, and Close adds the end.
func TestStreams(t *testing.T) {
	for _, format := range report.Formats() {
		var out strings.Builder
		r, err := report.New(format, &out, report.Options{})
		assert.NilError(t, err)
		for _, res := range results(t)[:3] {
			before := out.Len()
			assert.NilError(t, r.File(res))
			if len(res.Findings) > 0 {
				last := res.Findings[len(res.Findings)-1]
				assert.Assert(t, strings.Contains(out.String()[before:], last.Rule.Code), format)
			}
		}
	}
}

func TestSummary(t *testing.T) {
	var sum report.Summary
	for _, res := range results(t) {
		sum.Add(res)
	}
	assert.DeepEqual(t, sum, report.Summary{Files: 8, Errors: 10, Warnings: 8, Infos: 1, Suppressed: 1, Fixable: 6})
	sum.Add(&rules.Result{})
	assert.Equal(t, sum.Files, 9)
}
