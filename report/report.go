// Package report writes results for people and programs: text and compact for
// terminals and editors, JSON and SARIF for tools, and the formats of CI
// systems.
package report

import (
	"github.com/entrylint/entrylint/rules"
)

// Reporter writes the results of one run as they come, so that memory does not
// grow with the number of files.
//
// Both methods return the first error of the writer, also when called again
// after it.
type Reporter interface {
	File(*rules.Result) error // the order of the calls is that of the output
	Close() error             // writes what comes last; it does not close the writer
}

// Options are what the formats need to know about the run.
type Options struct {
	Version string
	Modules []*rules.Module // the catalog, for formats that carry it
	Color   bool            // text: with ANSI colors
	Columns int             // text: how wide it may get; 0 for 120
	Quiet   bool            // text: no summary line
}

// Summary counts the findings of a run.
type Summary struct {
	Files      int `json:"files"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Suppressed int `json:"suppressed"`
	Fixable    int `json:"fixable"` // findings with a safe fix
}

// Add counts one more file.
func (s *Summary) Add(r *rules.Result) {
	s.Files++
	s.Suppressed += len(r.Suppressed)
	for _, f := range r.Findings {
		switch f.Severity {
		case rules.Error:
			s.Errors++
		case rules.Warning:
			s.Warnings++
		default:
			s.Infos++
		}
		for _, fix := range f.Fixes {
			if fix.Safety == rules.Safe {
				s.Fixable++
				break
			}
		}
	}
}
