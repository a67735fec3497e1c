package all_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// Who writes what a help says about exec form is not told of the next defect.
// What the program itself does as process 1 is not the help's matter.
func TestHelpsOfExecForm(t *testing.T) {
	ofProgram := []string{"EP601", "EP602", "EP603", "EP604"}
	for _, path := range scenePaths(t) {
		name := strings.TrimSuffix(strings.TrimPrefix(path, scenesDir+"/"), ".txtar")
		if !slices.Contains([]string{"EP203", "EP205", "EP206", "EP214"}, name[:len("EP203")]) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			assert.NilError(t, err)
			before := lintScene(t, a)
			for _, f := range before.Findings {
				text, ok := withHelp(before.File, f)
				if !ok || f.Module.Name != "execform" {
					continue
				}
				setSection(a, "Dockerfile", text)
				for _, next := range lintScene(t, a).Findings {
					known := slices.ContainsFunc(before.Findings, func(o rules.Finding) bool { return o.Rule == next.Rule && o.At != f.At })
					if !known && (next.Severity != rules.Info || next.Rule == f.Rule) && !slices.Contains(ofProgram, next.Rule.Code) {
						t.Errorf("%s: %s\n... %s: %s", f.Rule.Code, f.Help, next.Rule.Code, next.Message)
					}
				}
			}
		})
	}
}

// proposal matches the instruction a help says to write.
var proposal = regexp.MustCompile(`((?:ONBUILD )?(?:ENTRYPOINT|CMD|HEALTHCHECK CMD)) (\[.*"\]|[a-z][^\[…]*$)`)

// withHelp is the file with the instruction that a finding's help proposes.
func withHelp(file *parser.File, f rules.Finding) (string, bool) {
	m := proposal.FindStringSubmatch(f.Help)
	if m == nil || f.In != file.Source {
		return "", false
	}
	verb, _, _ := strings.Cut(m[1], " ")
	text := string(file.Bytes)
	has := func(i *parser.Instruction) bool { return i.Span.Start <= f.At.Start && f.At.End <= i.Span.End }
	for _, stage := range file.Stages {
		if !slices.ContainsFunc(stage.Instructions, has) {
			continue
		}
		for _, inst := range slices.Backward(stage.Instructions) {
			switch inst.Verb.Value {
			case verb:
				return text[:inst.Span.Start] + m[0] + text[inst.Span.End:], true
			case "CMD": // ENTRYPOINT takes it in
				text = text[:inst.Span.Start] + text[inst.Span.End:]
			}
		}
	}
	return "", false
}
