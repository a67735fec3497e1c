package report

import (
	"bufio"

	"github.com/entrylint/entrylint/rules"
)

// gitlab writes a Code Quality report.
//
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
type gitlab struct{ list }

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"` // tells issues of all files apart
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // from the root of the repository, without "./"
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func newGitLab(out *bufio.Writer) *gitlab {
	out.WriteByte('[')
	return &gitlab{list{out: out}}
}

func (g *gitlab) File(r *rules.Result) error {
	seen := fingerprints{}
	for i := range r.Findings {
		f := &r.Findings[i]
		at := areaOf(f.In, f.At)
		file := portablePath(f.In)
		if err := g.add(gitlabIssue{
			Description: paragraph(f),
			CheckName:   f.Rule.Code + " " + f.Rule.Name,
			Fingerprint: hash(file, seen.of(f)),
			Severity:    either(f.Severity, "critical", "major", "info"),
			Location:    gitlabLocation{file, gitlabLines{at.Line, at.EndLine}},
		}); err != nil {
			return err
		}
	}
	return g.out.Flush()
}

func (g *gitlab) Close() error {
	g.end("]")
	return g.out.Flush()
}
