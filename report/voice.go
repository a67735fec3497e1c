package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
)

// oneLine writes a text without line breaks, and without what a terminal would
// act on.
func oneLine(text string) string {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return excerpt.Visible(strings.Join(lines, " "))
}

// sentence gives a text its full stop.
func sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?:") {
		return text
	}
	return text + "."
}

// either chooses a format's word for a severity.
func either(s rules.Severity, forError, forWarning, forInfo string) string {
	switch s {
	case rules.Error:
		return forError
	case rules.Warning:
		return forWarning
	}
	return forInfo
}

// paragraph tells a finding in sentences on one line. Places are left to the
// format.
func paragraph(f *rules.Finding) string {
	said := []string{sentence(oneLine(f.Message))}
	for _, n := range f.Notes {
		if n.In == nil {
			said = append(said, sentence(oneLine(n.Message)))
		}
	}
	if f.Help != "" {
		said = append(said, "Help: "+sentence(oneLine(f.Help)))
	}
	return strings.Join(said, " ")
}

// story tells a finding with its places, a voice a line.
func story(f *rules.Finding) string {
	said := []string{place(f.In, f.At) + ": " + oneLine(f.Message)}
	for _, n := range f.Notes {
		where := ""
		if n.In != nil {
			where = place(n.In, n.At) + ": "
		}
		said = append(said, "note: "+where+oneLine(n.Message))
	}
	if f.Help != "" {
		said = append(said, "help: "+oneLine(f.Help))
	}
	return strings.Join(said, "\n")
}

// portable leaves out the fixes that text cannot carry: what they write is not
// UTF-8.
func portable(fixes []rules.Fix) []rules.Fix {
	broken := func(e parser.Edit) bool { return !utf8.ValidString(e.New) }
	return slices.DeleteFunc(slices.Clone(fixes), func(f rules.Fix) bool { return slices.ContainsFunc(f.Edits, broken) })
}
