package all_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
)

// No file may crash the linter or make it use memory out of proportion. What
// nests goes deep enough to end a Go program whose parser calls itself as often.
func TestHostileFiles(t *testing.T) {
	const million = 1 << 20
	command := func(text string) string { return "FROM debian:12\nCMD " + text + "\n" }
	for name, test := range map[string]struct {
		file string
		want string // code of a finding that must be there
	}{
		"a line of 10 MB":           {command(strings.Repeat("a $B ", 2*million)), "EP001"},
		"an array of 1 MB":          {command(`["` + strings.Repeat(`a","`, million/4) + `"]`), "EP001"},
		"an array over many lines":  {command("[" + strings.Repeat("\"a\",\\\n", million/8) + `"b"]`), ""},
		"a name of 1 MB":            {"FROM " + strings.Repeat("a", million) + "\n", "EP001"},
		"a stage from itself":       {"FROM a AS a\nCMD srv\n", ""},
		"stages in a circle":        {"FROM b AS a\nCMD srv\nFROM a AS b\nCMD srv\n", ""},
		"copies in a circle":        {"FROM debian:12 AS a\nCOPY --from=b / /\nFROM debian:12 AS b\nCOPY --from=a / /\nCMD [\"a\"]\n", ""},
		"triggers of triggers":      {"FROM debian:12\n" + strings.Repeat("ONBUILD ", 5000) + "CMD srv\n", "EP001"},
		"triggers of ten thousand":  {"FROM debian:12 AS a\n" + strings.Repeat("ONBUILD CMD [\"a\"]\n", 10000) + "FROM a\nFROM a\n", "EP306"},
		"deep arrays":               {command(deep("[", 2*million)), ""},
		"deep objects":              {command(deep(`{"a":`, million/2)), ""},
		"deep subshells":            {command(deep("( ", million)), ""},
		"deep substitutions":        {command(deep("$(", million)), ""},
		"deep conditions":           {command(deep("if ", million)), ""},
		"deep defaults":             {command(deep("${A:-", million)), "EP001"},
		"deep defaults of ENV":      {"FROM debian:12\nENV A=" + deep("${A:-", million) + "\n", "EP001"},
		"deep defaults of a script": {"FROM debian:12\nRUN <<E " + deep("${A:-", million) + "\nE\n", "EP001"},
		"shells in shells":          {command(`["sh", "-c", ` + strings.Repeat(`"sh", "-c", `, 2000) + `"srv"]`), ""},
		"values that double":        {"FROM debian:12\nENV A=aaaaaaaaaaaaaaaa\n" + strings.Repeat("ENV A=$A$A$A$A\n", 1000) + "CMD srv $A\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			res := lint(test.file)
			runtime.ReadMemStats(&after)
			bytes := after.TotalAlloc - before.TotalAlloc
			assert.Assert(t, bytes < 500*uint64(len(test.file))+256<<20, "%d MB for a file of %d", bytes>>20, len(test.file))
			assert.Assert(t, test.want == "" || hasCode(res, test.want), "%s is missing", test.want)
		})
	}
}

// deep repeats a text over lines that BuildKit's line scanner still reads.
func deep(unit string, times int) string {
	line := strings.Repeat(unit, 32000/len(unit)) + "\\\n"
	return strings.Repeat(line, times/(32000/len(unit)))
}

func hasCode(res *rules.Result, code string) bool {
	return slices.ContainsFunc(res.Findings, func(f rules.Finding) bool { return f.Rule.Code == code })
}
