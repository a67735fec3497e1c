package script

import (
	"regexp"
	"strings"

	"mvdan.cc/sh/v3/pattern"
	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// matches tells whether a value matches one of the patterns of case or [[.
func (w *walker) matches(v value, patterns []*syntax.Word, s *state) shell.Answer {
	all := shell.No
	for _, p := range patterns {
		switch one := w.matchesOne(v, p, s); one {
		case shell.Yes:
			return shell.Yes
		case shell.NotKnown:
			all = shell.NotKnown
		}
	}
	return all
}

func (w *walker) matchesOne(v value, p *syntax.Word, s *state) shell.Answer {
	if p.Lit() == "*" {
		return shell.Yes
	}
	if !v.known {
		return shell.NotKnown
	}
	w.steps += len(v.text) / perMatch
	if literal := w.scalar(p, s); literal.known {
		return shell.AnswerOf(literal.text == v.text)
	}
	if p.Lit() == "" || len(v.text) > maxMatched {
		return shell.NotKnown
	}
	expr, err := pattern.Regexp(p.Lit(), pattern.EntireString)
	if err != nil {
		return shell.NotKnown
	}
	re, err := regexp.Compile(expr)
	if err != nil {
		return shell.NotKnown
	}
	return shell.AnswerOf(re.MatchString(v.text))
}

// matchesExpression is about =~, as far as Go's expressions and those of POSIX
// mean the same.
func (w *walker) matchesExpression(v value, p *syntax.Word, s *state) shell.Answer {
	expr := w.text.Source(p)
	if p.Lit() == "" {
		literal := w.scalar(p, s)
		if !literal.known || !quoted(p) {
			return shell.NotKnown
		}
		expr = regexp.QuoteMeta(literal.text)
	}
	if !v.known || strings.Contains(expr, `\`) && p.Lit() != "" || len(v.text) > maxMatched {
		return shell.NotKnown
	}
	w.steps += len(v.text) / perMatch
	re, err := regexp.CompilePOSIX(expr)
	if err != nil {
		return shell.NotKnown
	}
	return shell.AnswerOf(re.MatchString(v.text))
}
