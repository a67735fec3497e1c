package rules

import (
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/linter"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
)

// equivalent is a rule that says what a check of another tool says, for
// instructions of one verb only where there is a verb.
type equivalent struct{ check, code, verb string }

// equivalents are the checks of hadolint (its wiki) and of BuildKit
// (frontend/dockerfile/linter) that have one.
var equivalents = []equivalent{
	{"DL3012", "EP306", "HEALTHCHECK"},
	{"DL3025", "EP101", ""},
	{"DL3025", "EP102", ""},
	{"DL4003", "EP306", "CMD"},
	{"DL4004", "EP306", "ENTRYPOINT"},
	{"JSONArgsRecommended", "EP101", ""},
	{"JSONArgsRecommended", "EP102", ""},
	{"MultipleInstructionsDisallowed", "EP306", ""},
	{"SecretsUsedInArgOrEnv", "EP409", ""},
	{"UndefinedArgInFrom", "EP407", ""},
	{"UndefinedVar", "EP403", ""},
	{"UndefinedVar", "EP404", ""},
	{"UndefinedVar", "EP408", ""},
}

func equivalentsOf(check string) []equivalent {
	return slices.DeleteFunc(slices.Clone(equivalents), func(e equivalent) bool { return e.check != check })
}

// hadolintComment is a whole comment: hadolint reads no other.
var (
	hadolintComment = lazyregexp.New(`^hadolint\s+(global\s+)?ignore\s*=\s*([A-Z0-9]+(?:\s*,\s*[A-Z0-9]+)*)$`)
	checkComment    = lazyregexp.New(`^(?i:check)\s*=\s*(.*)$`)
)

// readForeign reads a comment that hadolint or BuildKit honors. hadolint looks
// at the line below, BuildKit at the instruction.
func readForeign(f *parser.File, c parser.Comment, below *parser.Instruction) (s *Suppression, ok bool) {
	if !speaksTo("hadolint", c) && !speaksTo("check", c) {
		return nil, false
	}
	if m := hadolintComment.FindStringSubmatch(c.Text); m != nil {
		s, ok = foreign(f.Source, c.Text, strings.Split(m[2], ","), m[1] != "")
		if !ok || s.WholeFile {
			return s, ok
		}
		if below != nil {
			s.lines = linesOf(f, below)
		}
		return s, below != nil && s.lines[0] == f.LineAt(c.Span.Start)+1
	}
	m := checkComment.FindStringSubmatch(c.Text)
	if m == nil || below == nil || c.Span.Start > below.Span.Start {
		return nil, false
	}
	settings, _, _ := strings.Cut(m[1], " ") // as BuildKit does above an instruction
	s, ok = foreign(f.Source, c.Text, skipped(settings), false)
	s.lines = linesOf(f, below)
	return s, ok
}

// checkDirectives reads # check=… at the top of the file.
func checkDirectives(f *parser.File) []*Suppression {
	var all []*Suppression
	for _, d := range f.Directives {
		if d.Name != "check" {
			continue
		}
		if s, ok := foreign(f.Source, "check="+d.Value, skipped(d.Value), true); ok {
			all = append(all, s)
		}
	}
	return all
}

// skipped are the checks that settings such as skip=A,B;error=true leave out.
// BuildKit takes no notice of settings that it cannot read.
func skipped(settings string) []string {
	c, err := linter.ParseLintOptions(settings)
	switch {
	case err != nil:
		return nil
	case c.SkipAll:
		var all []string
		for _, e := range equivalents {
			all = append(all, e.check)
		}
		return slices.Compact(all)
	default:
		return c.SkipRules
	}
}

// foreign makes a suppression of another tool's words; ok is false where none
// of them has an equivalent.
func foreign(in *parser.Source, comment string, names []string, wholeFile bool) (s *Suppression, ok bool) {
	s = &Suppression{In: in, Reason: comment, WholeFile: wholeFile, Foreign: true}
	for _, name := range names {
		name = strings.TrimSpace(name)
		if meant := equivalentsOf(name); len(meant) > 0 {
			s.Words = append(s.Words, Word{Word: parser.Word{Value: name}, meant: meant})
		}
	}
	return s, len(s.Words) > 0
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
