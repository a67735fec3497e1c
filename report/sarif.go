package report

import (
	"bufio"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// sarif writes SARIF 2.1.0, for code scanning of GitHub and others.
type sarif struct {
	list
	index map[*rules.Rule]int // in the catalog
}

func newSARIF(out *bufio.Writer, o Options) (*sarif, error) {
	catalog, index := sarifRules(o.Modules)
	head, err := marshal(sarifLog{
		Schema:  sarifSchema,
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{sarifDriver{
				Name:           "entrylint",
				Version:        numeric(o.Version),
				InformationURI: "https://github.com/entrylint/entrylint",
				Rules:          catalog,
			}},
			OriginalURIBaseIDs: map[string]sarifArtifact{
				sourceRoot: {Description: &sarifMessage{Text: "The folder entrylint was started in."}},
			},
			ColumnKind: "unicodeCodePoints",
			Results:    []sarifResult{},
		}},
	})
	out.WriteString(strings.TrimSuffix(string(head), sarifTail))
	return &sarif{list{out: out}, index}, err
}

const sarifTail = "]}]}" // closes results, run, runs and log

func (s *sarif) File(r *rules.Result) error {
	seen := fingerprints{}
	for i := range r.Findings {
		if err := s.add(s.result(&r.Findings[i], seen)); err != nil {
			return err
		}
	}
	for i := range r.Suppressed {
		held := s.result(&r.Suppressed[i], seen)
		held.Suppressions = append(held.Suppressions, sarifSuppression{"inSource", r.Suppressed[i].Reason})
		if err := s.add(held); err != nil {
			return err
		}
	}
	return s.out.Flush()
}

func (s *sarif) Close() error {
	s.end(sarifTail)
	return s.out.Flush()
}

func (s *sarif) result(f *rules.Finding, seen fingerprints) sarifResult {
	res := sarifResult{
		RuleID:              f.Rule.Code,
		Level:               sarifLevel(f.Severity),
		Message:             sarifMessage{Text: paragraph(f)},
		Locations:           []sarifLocation{{PhysicalLocation: physical(f.In, f.At)}},
		PartialFingerprints: map[string]string{"ruleAndText/v1": seen.of(f)},
		Suppressions:        []sarifSuppression{}, // not null: looked for, none found
		Fixes:               sarifFixes(f.Fixes),
	}
	if i, ok := s.index[f.Rule]; ok {
		res.RuleIndex = &i
	}
	for _, n := range f.Notes {
		if n.In != nil {
			res.RelatedLocations = append(res.RelatedLocations, sarifLocation{
				ID:               len(res.RelatedLocations) + 1,
				PhysicalLocation: physical(n.In, n.At),
				Message:          &sarifMessage{Text: sentence(n.Message)},
			})
		}
	}
	return res
}

func physical(in *parser.Source, at parser.Span) sarifPhysical {
	return sarifPhysical{artifact(in), region(in, at)}
}

func region(in *parser.Source, at parser.Span) sarifRegion {
	a := areaOf(in, at)
	return sarifRegion{a.Line, a.Column, a.EndLine, a.EndColumn}
}

func sarifLevel(s rules.Severity) string { return either(s, "error", "warning", "note") }

// numeric makes a version one that begins with a number, as SARIF's readers
// want it.
func numeric(version string) string {
	version = strings.TrimPrefix(version, "v")
	if version == "" || version[0] < '0' || version[0] > '9' {
		return "0.0.0-" + version
	}
	return version
}
