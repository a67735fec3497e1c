package script

import (
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// set changes the arguments: set -- words, set words.
func (w *walker) set(args []*syntax.Word, s *state) *state {
	for len(args) > 0 && isOption(args[0].Lit()) {
		takes := strings.HasSuffix(args[0].Lit(), "o")
		args = args[1:]
		if takes && len(args) > 0 && !isOption(args[0].Lit()) {
			args = args[1:]
		}
		if len(args) == 0 {
			return s
		}
	}
	if len(args) == 0 {
		return s
	}
	kept := s.anyArgs && slices.ContainsFunc(args, func(a *syntax.Word) bool { return strings.Contains(w.text.Source(a), "@") })
	if args[0].Lit() == "--" {
		args = args[1:]
	}
	fields := w.fields(args, s)
	s.anyArgs = kept || splits(fields)
	s.args = fields
	return s
}

func isOption(word string) bool {
	return len(word) > 1 && word != "--" && (word[0] == '-' || word[0] == '+')
}

// shift drops the first arguments.
func (w *walker) shift(args []*syntax.Word, s *state) *state {
	n := 1
	if len(args) > 0 {
		var err error
		if n, err = strconv.Atoi(args[0].Lit()); err != nil {
			s.anyArgs = true
			return s
		}
	}
	s.args = s.args[min(max(n, 0), len(s.args)):]
	return s
}
