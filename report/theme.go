package report

import (
	"github.com/fatih/color"

	"github.com/entrylint/entrylint/report/excerpt"
	"github.com/entrylint/entrylint/rules"
)

type paint = func(string) string

// theme is the colors of the text format.
type theme struct {
	bold, faint, frame, note, fix, strange paint

	severity map[rules.Severity]paint
}

func newTheme(on bool) theme {
	with := func(attributes ...color.Attribute) paint {
		c := color.New(attributes...)
		c.DisableColor()
		if on {
			c.EnableColor()
		}
		return func(s string) string {
			if s == "" {
				return ""
			}
			return c.Sprint(s)
		}
	}
	return theme{
		bold:    with(color.Bold),
		faint:   with(color.Faint),
		frame:   with(color.FgBlue, color.Bold),
		note:    with(color.FgCyan, color.Bold),
		fix:     with(color.FgGreen, color.Bold),
		strange: with(color.FgMagenta),
		severity: map[rules.Severity]paint{
			rules.Error:   with(color.FgRed, color.Bold),
			rules.Warning: with(color.FgYellow, color.Bold),
			rules.Info:    with(color.FgBlue, color.Bold),
		},
	}
}

// of returns the paint of a severity.
func (t theme) of(s rules.Severity) paint {
	if p, ok := t.severity[s]; ok {
		return p
	}
	return t.severity[rules.Info]
}

func (t theme) excerpt(s rules.Severity) excerpt.Style {
	return excerpt.Style{Frame: t.frame, Primary: t.of(s), Secondary: t.note, Strange: t.strange}
}
