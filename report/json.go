package report

import (
	"bufio"
	"encoding/json"

	"github.com/entrylint/entrylint/rules"
)

// The types below are schema 1 of the JSON format, docs/findings.schema.json.

type jsonFinding struct {
	area
	Code     string     `json:"code"`
	Rule     string     `json:"rule"`
	Module   string     `json:"module"`
	Severity string     `json:"severity"`
	Message  string     `json:"message"`
	Help     string     `json:"help"`
	URL      string     `json:"url"`
	Notes    []jsonNote `json:"notes"`
	Fixes    []jsonFix  `json:"fixes"`
}

type jsonNote struct {
	area
	Message string `json:"message"`
}

type jsonFix struct {
	Title  string     `json:"title"`
	Safety string     `json:"safety"`
	Edits  []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	area
	Text string `json:"text"`
}

// jsonReport writes one object, with one finding a line.
type jsonReport struct {
	list
	sum Summary
}

func newJSON(out *bufio.Writer, o Options) *jsonReport {
	version, _ := json.Marshal(o.Version) // a string always has a JSON form
	out.WriteString(`{"schema":1,"version":` + string(version) + `,"findings":[`)
	return &jsonReport{list: list{out: out}}
}

func (j *jsonReport) File(r *rules.Result) error {
	j.sum.Add(r)
	for i := range r.Findings {
		if err := j.add(jsonFindingOf(&r.Findings[i])); err != nil {
			return err
		}
	}
	return j.out.Flush()
}

func (j *jsonReport) Close() error {
	sum, err := json.Marshal(j.sum)
	if err != nil {
		return err
	}
	j.end(`],"summary":` + string(sum) + "}")
	return j.out.Flush()
}

func jsonFindingOf(f *rules.Finding) jsonFinding {
	j := jsonFinding{
		area:     areaOf(f.In, f.At),
		Code:     f.Rule.Code,
		Rule:     f.Rule.Name,
		Module:   f.Module.Name,
		Severity: f.Severity.String(),
		Message:  f.Message,
		Help:     f.Help,
		URL:      f.Module.URL(f.Rule),
		Notes:    []jsonNote{},
		Fixes:    []jsonFix{},
	}
	for _, n := range f.Notes {
		at := j.area // a note without a place is about the finding's own
		if n.In != nil {
			at = areaOf(n.In, n.At)
		}
		j.Notes = append(j.Notes, jsonNote{at, n.Message})
	}
	for _, fix := range portable(f.Fixes) {
		j.Fixes = append(j.Fixes, jsonFixOf(fix))
	}
	return j
}

func jsonFixOf(fix rules.Fix) jsonFix {
	j := jsonFix{Title: fix.Title, Safety: fix.Safety.String(), Edits: []jsonEdit{}}
	for _, e := range fix.Edits {
		j.Edits = append(j.Edits, jsonEdit{areaOf(e.In, e.At), e.New})
	}
	return j
}
