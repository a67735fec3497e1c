package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/reading"
)

// lintScript lints a Dockerfile with a rule that finds every "bad" of a script,
// and renders what is found and what is held back.
func lintScript(dockerfile, script string, options rules.Options) string {
	in := parser.NewSource("a.sh", []byte(script)) // sorts before Dockerfile
	bad := &rules.Rule{Code: "EP599", Name: "bad-word", Summary: "bad", Severity: rules.Error, Since: "0.1.0"}
	bad.Check = func(p *rules.Pass) {
		p.NoteScript(in)
		for at := 0; ; {
			n := strings.Index(script[at:], "bad\n")
			if n < 0 {
				break
			}
			p.Report(rules.Finding{In: in, At: parser.Span{Start: at + n, End: at + n + 3}, Message: "bad"})
			at += n + 1
		}
		if i := strings.Index(dockerfile, "bad\n"); i >= 0 {
			p.Report(rules.Finding{At: parser.Span{Start: i, End: i + 3}, Message: "bad"})
		}
	}
	house := &rules.Module{Name: "house", Rules: []*rules.Rule{bad}, Pages: fstest.MapFS{}}
	l := rules.Linter{Modules: []*rules.Module{reading.Module(), house}, Options: options}
	res := l.Lint("Dockerfile", []byte(dockerfile))
	var out strings.Builder
	for _, f := range res.Findings {
		fmt.Fprintf(&out, "%s:%d %s\n", f.In.Name, f.In.LineAt(f.At.Start), f.Rule.Code)
	}
	for _, f := range res.Suppressed {
		fmt.Fprintf(&out, "%s:%d held %s\n", f.In.Name, f.In.LineAt(f.At.Start), f.Reason)
	}
	return out.String()
}

func TestSuppressionsInScripts(t *testing.T) {
	const plain = "FROM a\nCMD x\n"
	for name, test := range map[string]struct {
		dockerfile, script string
		want               string
	}{
		"none":                     {plain, "#!/bin/sh\nbad\n", "a.sh:2 EP599\n"},
		"above":                    {plain, "#!/bin/sh\n# entrylint ignore=EP599 -- so\nbad\n", "a.sh:3 held so\n"},
		"by name and module":       {plain, "# entrylint ignore=bad-word -- so\nbad\n  # entrylint ignore=house -- it\n  bad\n", "a.sh:2 held so\na.sh:4 held it\n"},
		"across":                   {plain, "x\n# entrylint ignore=EP599 -- so\n\n# more\nbad\nbad\n", "a.sh:6 EP599\na.sh:5 held so\n"},
		"a continued command":      {plain, "# entrylint ignore=EP599 -- so\nx \\\n  bad\nbad\n", "a.sh:4 EP599\na.sh:3 held so\n"},
		"not continued":            {plain, "# entrylint ignore=EP599 -- so\nbad\nx \\\\\nbad\n", "a.sh:4 EP599\na.sh:2 held so\n"},
		"a comment at its place":   {plain, "# entrylint ignore=EP599 -- bad\nx\n", "a.sh:1 held bad\n"},
		"line ends of Windows":     {plain, "#!/bin/sh\r\n# entrylint ignore=EP599 -- so\r\n\r\nbad\nx\r\n", "a.sh:4 held so\n"},
		"the whole script":         {plain, "#!/bin/sh\n# entrylint ignore-file=EP599 -- so\n\nbad\nx\nbad\n", "a.sh:4 held so\na.sh:6 held so\n"},
		"too late for all":         {plain, "x\n# entrylint ignore-file=EP599 -- so\nbad\n", "a.sh:2 EP003\na.sh:3 EP599\n"},
		"unused":                   {plain, "# entrylint ignore=EP599\nx\nbad\n", "a.sh:1 EP002\na.sh:3 EP599\n"},
		"unused, without findings": {plain, "# entrylint ignore=EP599\nx\n", "a.sh:1 EP002\n"},
		"unused for all":           {plain, "# entrylint ignore-file=EP599\nx\n", "a.sh:1 EP002\n"},
		"misspelled":               {plain, "# entrylint ignore=EP598\nbad\n", "a.sh:1 EP003\na.sh:2 EP599\n"},
		"written otherwise":        {plain, "x\n# entrylint: disable EP599\nbad\n", "a.sh:2 EP003\na.sh:3 EP599\n"},
		"at the end":               {plain, "bad\n# entrylint ignore=EP599\n", "a.sh:1 EP599\na.sh:2 EP003\n"},
		"of its own comments":      {plain, "# entrylint ignore-file=EP002\n# entrylint ignore=EP599 -- so\nx\n", "a.sh:2 held \n"},
		"the Dockerfile's":         {"# entrylint ignore-file=EP599 -- so\nFROM a\nCMD bad\n", "bad\n", "Dockerfile:3 held so\na.sh:1 held so\n"},
		"above the instruction":    {"FROM a\n# entrylint ignore=EP599 -- so\nCMD bad\n", "bad\n", "a.sh:1 EP599\nDockerfile:3 held so\n"},
		"not the other way round":  {"FROM a\nCMD bad\n", "# entrylint ignore-file=EP599 -- so\nbad\n", "Dockerfile:2 EP599\na.sh:2 held so\n"},
		"at the same line":         {"FROM a\n# entrylint ignore=EP599 -- so\nCMD bad\n", "x\nx\nbad\n", "a.sh:3 EP599\nDockerfile:3 held so\n"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, lintScript(test.dockerfile, test.script, rules.Options{}), test.want)
		})
	}
}

func TestOptionsInScripts(t *testing.T) {
	const dockerfile, script = "FROM a\nCMD bad\n", "# entrylint ignore=EP599\nbad\n"
	assert.Equal(t, lintScript(dockerfile, script, rules.Options{NoInline: true}), "Dockerfile:2 EP599\na.sh:2 EP599\n")
	assert.Equal(t, lintScript(dockerfile, script, rules.Options{RequireReason: true}), "Dockerfile:2 EP599\na.sh:1 EP003\na.sh:2 held \n")
	assert.Equal(t, lintScript(dockerfile, script, rules.Options{Ignore: []string{"EP599"}}), "") // it has not run, so nothing is unused
}
