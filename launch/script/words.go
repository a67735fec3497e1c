package script

import (
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// fields are the words that a command gets.
func (w *walker) fields(args []*syntax.Word, s *state) []value {
	var all []value
	for _, a := range args {
		all = append(all, w.field(a, s)...)
		if len(all) > maxArgs {
			all = append(all[:maxArgs:maxArgs], value{text: w.text.Source(a), split: true})
			break
		}
	}
	w.steps += len(all) / perWords
	return all
}

func (w *walker) field(a *syntax.Word, s *state) []value {
	src := w.text.Source(a)
	switch src {
	case `"$@"`, `"${@}"`:
		return s.all(src)
	case "$@", "${@}", "$*", "${*}":
		return split(s.all(src))
	case `${1+"$@"}`, `"${@:1}"`:
		if !s.anyArgs {
			return s.args
		}
	case `"${@:2}"`, `${@:2}`:
		if !s.anyArgs {
			return s.args[min(1, len(s.args)):]
		}
	}
	v := w.scalar(a, s)
	if quoted(a) {
		return []value{v}
	}
	if v.known {
		if a.Lit() != "" {
			return []value{v}
		}
		return words(strings.Fields(v.text))
	}
	v.split = true
	return []value{v}
}

// all are the arguments; src stands for those that are not known.
func (s *state) all(src string) []value {
	if s.anyArgs {
		return append(s.args[:len(s.args):len(s.args)], value{text: src, split: true})
	}
	return s.args
}

// split takes words apart at their blanks.
func split(all []value) []value {
	var parts []value
	for _, v := range all {
		if !v.known {
			parts = append(parts, v)
			continue
		}
		parts = append(parts, words(strings.Fields(v.text))...)
	}
	return parts
}

// quoted reports whether no expansion of the word is outside quotes.
func quoted(a *syntax.Word) bool {
	for _, part := range a.Parts {
		switch p := part.(type) {
		case *syntax.ParamExp, *syntax.CmdSubst, *syntax.ArithmExp:
			return false
		case *syntax.DblQuoted:
			if len(p.Parts) == 1 && list(p.Parts[0]) {
				return false
			}
		}
	}
	return true
}

// list reports whether a part is "$@" or "${array[@]}".
func list(part syntax.WordPart) bool {
	p, ok := part.(*syntax.ParamExp)
	if !ok || p.Param == nil {
		return false
	}
	if p.Param.Value == "@" {
		return true
	}
	index, ok := p.Index.(*syntax.Word)
	return ok && (index.Lit() == "@" || index.Lit() == "*")
}

// scalar is what a word stands for where it is not split.
func (w *walker) scalar(a *syntax.Word, s *state) value {
	if a == nil {
		return known("")
	}
	if simple := w.text.Word(a); simple.Literal {
		return known(simple.Value)
	}
	text, ok := w.parts(a.Parts, s)
	if !ok || !w.fits(text) {
		return value{text: w.text.Source(a)}
	}
	return known(text)
}

func (w *walker) parts(parts []syntax.WordPart, s *state) (string, bool) {
	var text strings.Builder
	for _, part := range parts {
		piece, ok := w.part(part, s)
		if !ok || text.Len()+len(piece) > maxText {
			return "", false
		}
		text.WriteString(piece)
	}
	return text.String(), true
}

func (w *walker) part(part syntax.WordPart, s *state) (string, bool) {
	switch p := part.(type) {
	case *syntax.Lit:
		return strings.ReplaceAll(p.Value, `\`, ""), !strings.ContainsAny(p.Value, "*?[{~")
	case *syntax.SglQuoted:
		return p.Value, !p.Dollar
	case *syntax.DblQuoted:
		return w.parts(p.Parts, s)
	case *syntax.ParamExp:
		v := w.param(p, s)
		return v.text, v.known
	case *syntax.ArithmExp:
		n, ok := w.arithmetic(p.X, s)
		return strconv.Itoa(n), ok
	case *syntax.CmdSubst:
		return w.substitution(p, s)
	}
	return "", false
}
