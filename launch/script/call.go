package script

import (
	"slices"
	"strconv"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// call runs a simple command.
func (w *walker) call(c *syntax.CallExpr, s *state) outcome {
	if len(c.Args) == 0 {
		return outcome{next: w.assign(c.Assigns, s)}
	}
	name, more := w.name(c, s)
	if f, ok := w.functions[name]; ok && name != "" {
		return w.function(f, slices.Concat(more, w.fields(c.Args[1:], s)), s)
	}
	switch name {
	case "exec":
		return w.exec(c, s)
	case "exit":
		if !w.fails(c.Args[1:], s) {
			w.left++
			w.finish(s)
		}
		return outcome{}
	case "return":
		return outcome{returned: w.returns(c.Args[1:], s)}
	case ".", "source":
		return w.source(c.Args[1:], s)
	case "eval":
		return w.eval(c, s)
	case "unset":
		return outcome{next: unset(c.Args[1:], s)}
	case "break", "continue":
		return outcome{next: s}
	}
	return outcome{next: w.goesOn(name, c, s)}
}

// name is that of the command, from an expansion too: EXEC="exec gosu app" may
// hold the builtin, and "$@" a function of the script with arguments for it.
func (w *walker) name(c *syntax.CallExpr, s *state) (name string, more []value) {
	if name := c.Args[0].Lit(); name != "" {
		return name, nil
	}
	first := w.field(c.Args[0], s)
	if len(first) == 0 || !first[0].known {
		return "", nil
	}
	_, ok := w.functions[first[0].text]
	switch {
	case ok:
		return first[0].text, first[1:]
	case first[0].text == "exec":
		return "exec", nil
	}
	return "", nil
}

// goesOn runs a command that the script goes on behind.
func (w *walker) goesOn(name string, c *syntax.CallExpr, s *state) *state {
	switch name {
	case "set":
		return w.set(c.Args[1:], s)
	case "shift":
		return w.shift(c.Args[1:], s)
	case "trap":
		return w.trap(c, s)
	case "cd", "pushd", "popd":
		return w.cd(c, s)
	case "alias":
		return w.alias(c.Args[1:], s)
	case "wait":
		if len(s.jobs) > 0 && w.asked == 0 {
			s.last = s.jobs
		}
		return s
	case "fg":
		if job := foreground(c.Args[1:], s.jobs); len(job) > 0 && w.asked == 0 {
			w.goOn(s)
			s.last = job
		}
		return s
	}
	return w.program(c, s)
}

// foreground is the job that fg brings back: the last one, or %1 and the like.
func foreground(args []*syntax.Word, jobs []Way) []Way {
	n := len(jobs)
	if len(args) > 0 {
		var err error
		if n, err = strconv.Atoi(strings.TrimPrefix(args[0].Lit(), "%")); err != nil {
			n = len(jobs)
		}
	}
	if n < 1 || n > len(jobs) {
		return nil
	}
	return jobs[n-1 : n : n]
}

// fails reports whether exit is given a status other than 0: then no program of
// the script is what the container was to run.
func (w *walker) fails(args []*syntax.Word, s *state) bool {
	if len(args) == 0 {
		return false
	}
	status := w.scalar(args[0], s)
	return status.known && status.text != "0"
}

func start(args []*syntax.Word) int {
	if len(args) == 0 {
		return 0
	}
	return int(args[0].Pos().Offset())
}

func end(args []*syntax.Word) int {
	if len(args) == 0 {
		return 0
	}
	return int(args[len(args)-1].End().Offset())
}
