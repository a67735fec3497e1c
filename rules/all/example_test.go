package all_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// A module of one's own is a value like those of entrylint. A program lists it
// next to them.
func Example() {
	noRails := &rules.Rule{
		Code: "MY001", Name: "no-rails-server", Summary: "rails server in production",
		Severity: rules.Warning, Since: "1.0.0",
		Check: func(p *rules.Pass) {
			for _, c := range p.Commands() {
				if strings.HasPrefix(strings.Join(c.Strings(), " "), "rails server") {
					p.Report(rules.Finding{
						At:      c.Span(),
						Message: "rails server is for development",
						Help:    "Start puma instead",
					})
				}
			}
		},
	}
	mine := &rules.Module{
		Name: "house", Doc: "rules of our house", Rules: []*rules.Rule{noRails},
		Pages: fstest.MapFS{"my001_no_rails_server.md": {Data: []byte("# MY001 no-rails-server\n")}},
	}
	linter := rules.Linter{Modules: append(all.Modules(), mine)}
	result := linter.Lint("Dockerfile", []byte("FROM ruby:3.3\nCMD [\"rails\", \"server\"]\n"))
	for _, f := range result.Findings {
		at := f.In.Position(f.At.Start)
		fmt.Printf("%s:%d:%d: %s: %s [%s]\n", f.In.Name, at.Line, at.Column, f.Severity, f.Message, f.Rule.Code)
	}
	// Output: Dockerfile:2:1: warning: rails server is for development [MY001]
}
