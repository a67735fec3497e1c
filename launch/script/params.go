package script

import (
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/entrylint/entrylint/launch/shell"
)

// param is what ${…} stands for.
func (w *walker) param(p *syntax.ParamExp, s *state) value {
	if p.Param == nil || p.Excl || p.Width || p.Repl != nil || p.Names != 0 {
		return value{}
	}
	v := w.variable(p.Param.Value, s)
	if p.Index != nil && (p.Param.Value != "BASH_SOURCE" || w.text.Src[p.Index.Pos().Offset():p.Index.End().Offset()] != "0") {
		return value{}
	}
	switch {
	case p.Length && v.known:
		return known(strconv.Itoa(len([]rune(v.text))))
	case p.Length:
		return value{}
	case p.Slice != nil:
		return slice(v, p.Slice)
	case p.Exp != nil:
		return w.expansion(v, p.Param.Value, p.Exp, s)
	}
	return v
}

// variable is what a name or a number stands for.
func (w *walker) variable(name string, s *state) value {
	if n, err := strconv.Atoi(name); err == nil && n > 0 {
		return s.argument(n)
	}
	switch name {
	case "0":
		return known(w.facts.Zero)
	case "BASH_SOURCE":
		return known(w.file())
	case "PWD":
		return s.dir
	case "#":
		return value{text: strconv.Itoa(len(s.args)), known: !s.anyArgs}
	case "@", "*":
		return w.joined(s)
	case "EUID", "UID":
		switch w.facts.Root {
		case shell.Yes:
			return known("0")
		case shell.No:
			return known(nobodysUID)
		}
		return value{}
	}
	if v, ok := s.vars[name]; ok {
		return v
	}
	if s.anyVars {
		return value{}
	}
	text, set, ok := w.facts.Env(name)
	return value{text: text, known: ok, unset: ok && !set}
}

// argument is $1 and the like.
func (s *state) argument(n int) value {
	switch {
	case n <= len(s.args):
		return s.args[n-1]
	case s.anyArgs:
		return value{}
	}
	return value{known: true, unset: true}
}

// file is the name of the text that is read at the moment.
func (w *walker) file() string {
	if name, ok := w.names[w.text]; ok {
		return name
	}
	return w.facts.Zero
}

func (w *walker) joined(s *state) value {
	length := 0
	texts := make([]string, len(s.args))
	for i, a := range s.args {
		if length += len(a.text); !a.known || length > maxText {
			return value{}
		}
		texts[i] = a.text
	}
	text := strings.Join(texts, " ")
	return value{text: text, known: !s.anyArgs && w.fits(text), unset: len(s.args) == 0}
}
