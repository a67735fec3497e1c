package script

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// program notes a program that can be the one the script is for.
func (w *walker) program(c *syntax.CallExpr, s *state) *state {
	s = w.readInto(c, s)
	simple, ok := w.text.Simple(c)
	if src := w.text.Src[start(c.Args):end(c.Args)]; !simple.LongRunning() && (strings.Contains(src, "=") && strings.Contains(src, "${") || strings.Contains(src, "((")) {
		w.fields(c.Args, s) // : ${X:=default}
	}
	if !ok || w.asked > 0 {
		return s
	}
	stays := func(way Way) bool { return !way.Back }
	if !simple.LongRunning() || simple.Idle() && slices.ContainsFunc(s.last, stays) {
		w.goOn(s)
		return s
	}
	way, ok := w.way(c.Args, s)
	if !ok { // its words came to nothing in this run
		w.goOn(s)
		return s
	}
	way.Pipe, way.Back = w.aside > 0, simple.GoesBack()
	if way.Maybe = w.mayBeFunction(c.Args[0].Lit(), s); way.Maybe {
		s.forget()
	}
	w.goOn(s)
	s.last = []Way{way}
	return s
}

// way describes the program that words start; false where they are none.
func (w *walker) way(args []*syntax.Word, s *state) (Way, bool) {
	return w.wayOf(w.fields(args, s), args, s)
}

func (w *walker) wayOf(fields []value, args []*syntax.Word, s *state) (Way, bool) {
	if len(fields) == 0 {
		return Way{}, false
	}
	at, eval := w.where(args)
	way := Way{In: at.in, Start: at.start, End: at.end, Sure: s.sure && w.depth < maxDepth, Trap: s.trap, Loop: w.loops > 0, Eval: eval}
	for _, f := range fields {
		way.Argv = append(way.Argv, f.text)
		if !f.known {
			way.Expands = append(way.Expands, f.text)
		}
	}
	way.Self = slices.ContainsFunc(args, func(a *syntax.Word) bool { return namesItself(w.text.Source(a)) })
	return way, true
}

func namesItself(word string) bool {
	word = strings.Trim(word, `"`)
	return word == "$0" || word == "${0}" || strings.Contains(word, "BASH_SOURCE")
}

// exec replaces the script, or a subshell of it. Without a program it changes
// redirections, and the script goes on.
func (w *walker) exec(c *syntax.CallExpr, s *state) outcome {
	args, fields := c.Args[1:], []value(nil)
	if c.Args[0].Lit() == "" { // a variable: what it holds behind exec
		fields = w.field(c.Args[0], s)[1:]
	}
	for len(args) > 0 && strings.HasPrefix(args[0].Lit(), "-") && len(fields) == 0 {
		if args[0].Lit() == "-a" && len(args) > 1 {
			args = args[1:]
		}
		args = args[1:]
	}
	way, ok := w.wayOf(append(fields, w.fields(args, s)...), c.Args[1:], s)
	if !ok {
		if len(c.Args) > 1 { // to nothing in this run
			w.goOn(s)
		}
		return outcome{next: s}
	}
	at, _ := w.where(c.Args)
	way.Start = at.start
	if w.aside > 0 || w.asked > 0 {
		way.Pipe = true
		s.last = []Way{way}
		return outcome{next: s}
	}
	way.Exec = true
	w.left++
	w.goOn(s)
	w.add(way)
	return outcome{}
}
