package script

import (
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// expansion is ${X:-word}, ${X#pattern} and the like.
func (w *walker) expansion(v value, name string, e *syntax.Expansion, s *state) value {
	switch e.Op {
	case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
		return w.defaulted(v, name, e, s)
	case syntax.AlternateUnset, syntax.AlternateUnsetOrNull:
		switch {
		case !v.known:
			return value{}
		case v.unset, v.text == "" && e.Op == syntax.AlternateUnsetOrNull:
			return known("")
		}
		return w.scalar(e.Word, s)
	case syntax.ErrorUnset, syntax.ErrorUnsetOrNull:
		if v.text != "" {
			return v
		}
		return value{}
	case syntax.RemSmallPrefix, syntax.RemLargePrefix, syntax.RemSmallSuffix, syntax.RemLargeSuffix:
		if !v.known {
			return value{}
		}
		return w.trimmed(v, e, s)
	}
	return value{}
}

// defaulted is ${X:-word}, and ${X:=word}, which sets the variable.
func (w *walker) defaulted(v value, name string, e *syntax.Expansion, s *state) value {
	assigned := e.Op == syntax.AssignUnset || e.Op == syntax.AssignUnsetOrNull
	null := e.Op == syntax.DefaultUnsetOrNull || e.Op == syntax.AssignUnsetOrNull
	switch {
	case !v.known:
		return value{}
	case !v.unset && (v.text != "" || !null):
		return v
	}
	word := w.scalar(e.Word, s)
	word.split = false
	if assigned && syntax.ValidName(name) {
		s.vars[name] = word
	}
	return word
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
	for _, a := range all {
		if a.Name == nil && a.Value != nil && a.Value.Lit() == "" {
			w.assignByName(a.Value.Parts, s)
		}
		if a.Name == nil || a.Naked {
			continue
		}
		if len(s.vars) > maxVars {
			s.forget()
		}
		v := w.scalar(a.Value, s)
		if a.Append || a.Array != nil || a.Index != nil {
			v = value{}
		}
		v.split, v.unset = false, false
		s.vars[a.Name.Value] = v
	}
	return s
}

// assignByName is about export "$name=$value", as far as the name is known.
func (w *walker) assignByName(parts []syntax.WordPart, s *state) {
	if len(parts) == 1 {
		if q, ok := parts[0].(*syntax.DblQuoted); ok {
			parts = q.Parts
		}
	}
	text := ""
	for i, part := range parts {
		piece, ok := w.part(part, s)
		if !ok {
			break
		}
		if text += piece; len(text) > maxText {
			break
		}
		if name, before, ok := strings.Cut(text, "="); ok && syntax.ValidName(name) {
			rest, ok := w.parts(parts[i+1:], s)
			s.vars[name] = value{text: before + rest, known: ok && w.fits(before+rest)}
			return
		}
	}
	if !syntax.ValidName(text) { // export "$name" alone
		s.forget()
	}
}

// unset takes variables away; with -f it is about functions.
func unset(args []*syntax.Word, s *state) *state {
	for _, a := range args {
		switch name := a.Lit(); {
		case name == "-f":
			return s
		case name == "":
			s.forget()
		default:
			s.vars[name] = value{known: true, unset: true}
		}
	}
	return s
}

// readInto forgets the variables that read and the like set.
func (w *walker) readInto(c *syntax.CallExpr, s *state) *state {
	switch c.Args[0].Lit() {
	case "read", "getopts", "printf", "mapfile", "readarray":
		for _, a := range c.Args[1:] {
			s.vars[a.Lit()] = value{}
		}
	}
	return s
}
