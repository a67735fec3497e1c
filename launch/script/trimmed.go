package script

import (
	"regexp"

	"mvdan.cc/sh/v3/pattern"
	"mvdan.cc/sh/v3/syntax"
)

// trimmed takes off what a pattern matches at one end: ${X#a*}, ${X%%/*}.
func (w *walker) trimmed(v value, e *syntax.Expansion, s *state) value {
	w.steps += len(v.text) / perMatch
	re := w.patternOf(e.Word, s)
	if re == nil || len(v.text) > maxMatch || w.steps > maxSteps {
		return value{}
	}
	for i := range len(v.text) + 1 { // from the shortest match to the longest, or back
		n := i
		if e.Op == syntax.RemLargePrefix || e.Op == syntax.RemLargeSuffix {
			n = len(v.text) - i
		}
		switch rest := len(v.text) - n; {
		case e.Op == syntax.RemSmallPrefix || e.Op == syntax.RemLargePrefix:
			if re.MatchString(v.text[:n]) {
				return known(v.text[n:])
			}
		case re.MatchString(v.text[rest:]):
			return known(v.text[:rest])
		}
	}
	return v
}

// patternOf compiles a pattern; nil where it is not known.
func (w *walker) patternOf(p *syntax.Word, s *state) *regexp.Regexp {
	if p == nil {
		return nil
	}
	source := w.text.Source(p)
	if p.Lit() == "" { // quotes and expansions
		v := w.scalar(p, s)
		if !v.known || !quoted(p) && pattern.HasMeta(v.text, 0) {
			return nil
		}
		source = pattern.QuoteMeta(v.text, 0)
	}
	expr, err := pattern.Regexp(source, pattern.EntireString)
	if err != nil {
		return nil
	}
	re, err := regexp.Compile(expr)
	if err != nil {
		return nil
	}
	return re
}
