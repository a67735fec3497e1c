package rules

import (
	"slices"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/parser"
)

// precedes says which rules stay silent where one speaks.
type precedes struct {
	code string
	over wordset.Set
}

// precedence lists, for a rule, those that stay silent where both speak about
// the same words: one defect, one finding, the most specific one.
var precedence = []precedes{
	{"EP101", "EP103"},
	{"EP104", "EP101 EP102 EP103 EP110 EP207 EP301 EP310 EP311 EP108"},
	{"EP105", "EP103"},
	{"EP106", "EP103"},
	{"EP110", "EP103 EP102"},
	{"EP201", "EP101 EP102 EP103 EP301 EP302 EP104 EP110 EP307 EP606"},
	{"EP202", "EP101 EP102 EP103 EP301 EP302 EP104 EP110 EP307 EP606"},
	{"EP203", "EP204 EP205 EP209"},
	{"EP205", "EP204 EP216"},
	{"EP206", "EP101 EP102 EP103 EP204 EP205"},
	{"EP207", "EP103"},
	{"EP209", "EP204"},
	{"EP211", "EP001"},
	{"EP212", "EP001"},
	{"EP213", "EP001"},
	{"EP214", "EP101 EP102 EP103 EP104 EP207 EP301 EP302"},
	{"EP215", "EP101 EP102 EP103"},
	{"EP301", "EP101 EP103"},
	{"EP302", "EP102 EP103 EP104 EP303 EP307 EP110"},
	{"EP303", "EP305 EP307"},
	{"EP304", "EP311"},
	{"EP306", "EP313"},
	{"EP309", "EP101 EP102 EP103 EP104 EP301 EP302 EP303 EP305 EP307 EP310 EP311 EP603 EP604"},
	{"EP310", "EP101 EP102 EP103 EP203"},
	{"EP401", "EP204 EP403"},
	{"EP403", "EP404"},
	{"EP509", "EP216"},
	{"EP512", "EP502"},
	{"EP601", "EP502 EP304 EP603 EP604 EP102 EP103"},
	{"EP602", "EP102 EP103"},
	{"EP605", "EP101 EP106"},
	{"EP606", "EP101 EP102 EP103 EP604"},
}

// over are the rules that stay silent where one speaks.
func over(code string) wordset.Set {
	for _, p := range precedence {
		if p.code == code {
			return p.over
		}
	}
	return ""
}

// unshadowed drops the findings that a more specific one overlaps.
func unshadowed(all []Finding) []Finding {
	stronger := map[*parser.Source]map[int][]Finding{} // by the lines they touch
	for _, f := range all {
		if over(f.Rule.Code) != "" {
			if stronger[f.In] == nil {
				stronger[f.In] = map[int][]Finding{}
			}
			for n := f.In.LineAt(f.At.Start); n <= f.In.LineAt(f.At.End); n++ {
				stronger[f.In][n] = append(stronger[f.In][n], f)
			}
		}
	}
	if len(stronger) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(f Finding) bool {
		return slices.ContainsFunc(stronger[f.In][f.In.LineAt(f.At.Start)], f.yieldsTo)
	})
}

func (f Finding) yieldsTo(g Finding) bool {
	return f.At.Start < g.At.End && g.At.Start < f.At.End && over(g.Rule.Code).Has(f.Rule.Code)
}
