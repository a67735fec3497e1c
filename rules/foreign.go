package rules

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
)

// equivalent is a rule that says what a check of another tool says, for
// instructions of one verb only where there is a verb.
type equivalent struct{ code, verb string }

// equivalents are the checks of hadolint (its wiki) and of BuildKit
// (frontend/dockerfile/linter) that have one.
var equivalents = map[string][]equivalent{
	"DL3012": {{"EP306", "HEALTHCHECK"}},
	"DL3025": {{"EP101", ""}, {"EP102", ""}},
	"DL4003": {{"EP306", "CMD"}},
	"DL4004": {{"EP306", "ENTRYPOINT"}},

	"JSONArgsRecommended":            {{"EP101", ""}, {"EP102", ""}},
	"MultipleInstructionsDisallowed": {{"EP306", ""}},
	"SecretsUsedInArgOrEnv":          {{"EP409", ""}},
	"UndefinedArgInFrom":             {{"EP407", ""}},
	"UndefinedVar":                   {{"EP403", ""}, {"EP404", ""}, {"EP408", ""}},
}

var hadolintComment = regexp.MustCompile(`^hadolint\s+(global\s+)?ignore\s*=\s*([A-Z0-9,\s]+)`)

// readForeign reads a comment that hadolint or BuildKit honors.
func readForeign(c parser.Comment) (s *Suppression, ok bool) {
	if m := hadolintComment.FindStringSubmatch(c.Text); m != nil {
		return foreign(c.Text, strings.Split(m[2], ","), m[1] != "")
	}
	settings, ok := strings.CutPrefix(c.Text, "check=")
	settings, _, _ = strings.Cut(settings, " ") // as BuildKit does above an instruction
	if !ok {
		return nil, false
	}
	return foreign(c.Text, skipped(settings), false)
}

// checkDirectives reads # check=… at the top of the file.
func checkDirectives(f *parser.File) []*Suppression {
	var all []*Suppression
	for _, d := range f.Directives {
		if s, ok := foreign("check="+d.Value, skipped(d.Value), true); ok && d.Name == "check" {
			all = append(all, s)
		}
	}
	return all
}

// skipped are the checks that settings such as skip=A,B;error=true leave out
// (frontend/dockerfile/linter, ParseLintOptions).
func skipped(settings string) []string {
	var names []string
	for setting := range strings.SplitSeq(settings, ";") {
		list, ok := strings.CutPrefix(strings.TrimSpace(setting), "skip=")
		switch {
		case ok && strings.EqualFold(list, "all"):
			return slices.Sorted(maps.Keys(equivalents))
		case ok:
			names = append(names, strings.Split(list, ",")...)
		}
	}
	return names
}

// foreign makes a suppression of another tool's words; ok is false where none
// of them has an equivalent.
func foreign(comment string, names []string, wholeFile bool) (s *Suppression, ok bool) {
	s = &Suppression{Reason: comment, WholeFile: wholeFile, Foreign: true}
	for _, name := range names {
		name = strings.TrimSpace(name)
		if meant := equivalents[name]; meant != nil {
			s.Words = append(s.Words, Word{Word: parser.Word{Value: name}, means: meansOneOf(meant)})
		}
	}
	return s, len(s.Words) > 0
}

func meansOneOf(meant []equivalent) func(Finding) bool {
	return func(f Finding) bool {
		return slices.ContainsFunc(meant, func(e equivalent) bool {
			return e.code == f.Rule.Code && (e.verb == "" || strings.EqualFold(verbAt(f), e.verb))
		})
	}
}

// verbAt is the verb of the instruction that the finding begins at.
func verbAt(f Finding) string {
	verb := func(c rune) bool { return c < 'A' || c > 'Z' && c < 'a' || c > 'z' }
	fields := strings.FieldsFunc(string(f.In.Bytes[f.At.Start:min(f.At.End, f.At.Start+64)]), verb)
	switch {
	case len(fields) == 0:
		return ""
	case strings.EqualFold(fields[0], "ONBUILD") && len(fields) > 1:
		return fields[1]
	default:
		return fields[0]
	}
}
