package script

import (
	"regexp"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/pattern"
	"mvdan.cc/sh/v3/syntax"
)

// expansion is ${X:-word}, ${X#pattern} and the like.
func (w *walker) expansion(v value, e *syntax.Expansion, s *state) value {
	switch e.Op {
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
		switch {
		case !v.known:
			return value{}
		case v.text != "":
			return v
		}
		return w.scalar(e.Word, s)
	case syntax.AlternateUnset, syntax.AlternateUnsetOrNull:
		switch {
		case !v.known:
			return value{}
		case v.text == "":
			return v
		}
		return w.scalar(e.Word, s)
	case syntax.RemSmallPrefix, syntax.RemLargePrefix, syntax.RemSmallSuffix, syntax.RemLargeSuffix:
		if !v.known {
			return value{}
		}
		return w.trimmed(v, e)
	}
	return value{}
}

// trimmed takes off what a pattern matches at one end.
func (w *walker) trimmed(v value, e *syntax.Expansion) value {
	shortest := e.Op == syntax.RemSmallPrefix || e.Op == syntax.RemSmallSuffix
	mode := pattern.Mode(0)
	if shortest {
		mode = pattern.Shortest
	}
	expr, err := pattern.Regexp(w.text.Source(e.Word), mode)
	if err != nil {
		return value{}
	}
	if e.Op == syntax.RemSmallPrefix || e.Op == syntax.RemLargePrefix {
		expr = "^(?:" + expr + ")"
	} else {
		expr = "(?:" + expr + ")$"
	}
	re, err := regexp.Compile(expr)
	if err != nil {
		return value{}
	}
	loc := re.FindStringIndex(v.text)
	if loc == nil {
		return v
	}
	if e.Op == syntax.RemSmallSuffix { // the shortest end: the last place that matches
		for at := loc[0] + 1; at <= len(v.text); at++ {
			if next := re.FindStringIndex(v.text[at:]); next != nil {
				loc[0] = at + next[0]
				at = loc[0]
			}
		}
		return known(v.text[:loc[0]])
	}
	return known(v.text[:loc[0]] + v.text[loc[1]:])
}

// slice is ${1:0:1}.
func slice(v value, sl *syntax.Slice) value {
	from, ok := number(sl.Offset)
	if !v.known || !ok || from < 0 {
		return value{}
	}
	runes := []rune(v.text)
	from = min(from, len(runes))
	to := len(runes)
	if sl.Length != nil {
		n, ok := number(sl.Length)
		if !ok || n < 0 {
			return value{}
		}
		to = min(from+n, len(runes))
	}
	return known(string(runes[from:to]))
}

func number(e syntax.ArithmExpr) (int, bool) {
	word, ok := e.(*syntax.Word)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(word.Lit()))
	return n, err == nil
}

// assign sets variables.
func (w *walker) assign(all []*syntax.Assign, s *state) *state {
	if len(s.vars) > maxVars {
		s.anyVars = true
		clear(s.vars)
	}
	for _, a := range all {
		if a.Name == nil || a.Naked {
			continue
		}
		v := w.scalar(a.Value, s)
		if a.Append || a.Array != nil || a.Index != nil {
			v = value{}
		}
		v.split = false
		s.vars[a.Name.Value] = v
	}
	return s
}

// readInto forgets the variables that read and the like set.
func (w *walker) readInto(c *syntax.CallExpr, s *state) *state {
	switch c.Args[0].Lit() {
	case "read", "getopts", "printf", "mapfile", "readarray", "unset":
		for _, a := range c.Args[1:] {
			s.vars[a.Lit()] = value{}
		}
	case "eval":
		s.anyVars = true
		clear(s.vars)
	}
	return s
}
