package report_test

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

func TestTextSummary(t *testing.T) {
	result := func(severities ...rules.Severity) *rules.Result {
		res := clean()
		for _, s := range severities {
			res.Findings = append(res.Findings, rules.Finding{Rule: order, Module: intent, Severity: s, In: res.File.Source})
		}
		return res
	}
	held := clean()
	held.Suppressed = make([]rules.Finding, 2)
	for _, tc := range []struct {
		results []*rules.Result
		want    string
	}{
		{nil, ""},
		{[]*rules.Result{clean()}, "No findings in 1 file"},
		{[]*rules.Result{clean(), held, clean()}, "No findings in 3 files (2 suppressed)"},
		{[]*rules.Result{result(rules.Error)}, "1 error in 1 file"},
		{[]*rules.Result{result(rules.Error, rules.Error), result(rules.Warning), clean()}, "2 errors, 1 warning in 3 files"},
		{[]*rules.Result{result(rules.Info, rules.Info), held}, "2 infos in 2 files (2 suppressed)"},
		{[]*rules.Result{otherFile(t)}, "1 warning in 1 file (1 with a safe fix)"},
	} {
		said := write(t, "text", report.Options{}, tc.results...)
		lines := strings.Split(strings.TrimSuffix(said, "\n"), "\n")
		assert.Equal(t, lines[len(lines)-1], tc.want)
		quiet := write(t, "text", report.Options{Quiet: true}, tc.results...)
		assert.Equal(t, strings.TrimPrefix(quiet+tc.want+"\n", "\n"), said)
	}
}

// TestTextIsHarmless looks for bytes of the files that a terminal would act
// on, and for lines wider than promised.
func TestTextIsHarmless(t *testing.T) {
	for _, columns := range []int{0, 40, 77} {
		said := write(t, "text", report.Options{Columns: columns}, results(t)...)
		assert.Assert(t, utf8.ValidString(said))
		for _, line := range strings.Split(said, "\n") {
			assert.Assert(t, !strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r == '\u202e' }), "%q", line)
			assert.Equal(t, line, strings.TrimRight(line, " "), "blanks at the end")
			if !strings.Contains(line, "-->") && !strings.Contains(line, " files ") { // never cut
				assert.Assert(t, utf8.RuneCountInString(line) <= cmp.Or(columns, 120), "%q", line)
			}
		}
	}
}

func TestColorOnlyAddsColor(t *testing.T) {
	t.Setenv("NO_COLOR", "1") // for main to judge, not for the reporter
	colored := write(t, "text", report.Options{Color: true}, results(t)...)
	escapes := regexp.MustCompile("\x1b\\[[0-9;]*m")
	assert.Assert(t, escapes.MatchString(colored))
	assert.Equal(t, escapes.ReplaceAllString(colored, ""), write(t, "text", report.Options{}, results(t)...))
}

func TestCompactIsOneLineAFinding(t *testing.T) {
	said := write(t, "compact", report.Options{}, results(t)...)
	form := regexp.MustCompile(`^[^\pC]+:\d+:\d+: (error|warning|info): [^\pC]+ \[EP\d{3} [a-z-]+\]$`)
	lines := strings.Split(strings.TrimSuffix(said, "\n"), "\n")
	var want []string
	for _, res := range results(t) {
		for _, f := range res.Findings {
			at := f.In.Position(f.At.Start)
			want = append(want, fmt.Sprintf(":%d:%d: %s: ", at.Line, at.Column, f.Severity))
		}
	}
	assert.Equal(t, len(lines), len(want))
	for i, line := range lines {
		assert.Assert(t, form.MatchString(line), "%q", line)
		assert.Assert(t, strings.Contains(line, want[i]), "%q", line)
	}
}
