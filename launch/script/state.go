package script

import (
	"maps"
	"slices"

	"github.com/entrylint/entrylint/launch/shell"
)

// state is what holds at a point of a script. Commands change it in place, all
// but the arguments, which they replace; where a script parts, each way goes on
// with a copy.
type state struct {
	args    []value
	anyArgs bool // what the arguments are is not known
	vars    map[string]value
	anyVars bool // a text that is not known may have set others
	dir     value

	anyFunctions bool // a text that is not known may have defined functions

	sure   bool // nothing had to be guessed to get here
	trap   *Trap
	status shell.Answer // at a return: whether it is 0

	last []Way // programs that ran last, one for each way to get here
	jobs []Way // programs in the background
}

// mostLast bounds how many ways are told apart.
const mostLast = 8

func (s *state) copy() *state {
	c := *s
	c.vars = maps.Clone(s.vars)
	c.last, c.jobs = slices.Clone(s.last), slices.Clone(s.jobs)
	return &c
}

// forget is about what may have set any variable.
func (s *state) forget() {
	s.anyVars = true
	clear(s.vars)
}

// guess is the state behind a condition that cannot be decided.
func (s *state) guess() *state {
	c := s.copy()
	c.sure = false
	return c
}

// join is the state where two ways meet. What they do not agree on is not
// known. nil stands for a way that does not get here.
func join(a, b *state) *state {
	switch {
	case a == nil:
		return b
	case b == nil || a == b:
		return a
	}
	c := a.copy()
	c.sure = a.sure && b.sure
	if c.trap == nil {
		c.trap = b.trap
	}
	if a.status != b.status {
		c.status = shell.NotKnown
	}
	c.anyVars = a.anyVars || b.anyVars
	c.anyFunctions = a.anyFunctions || b.anyFunctions
	if !a.dir.equal(b.dir) {
		c.dir = value{}
	}
	if n := shared(a.args, b.args); n < len(a.args) || n < len(b.args) {
		c.args, c.anyArgs = a.args[:n:n], true
	}
	c.anyArgs = c.anyArgs || b.anyArgs
	c.disagree(a, b)
	c.disagree(b, a)
	c.last, c.jobs = union(a.last, b.last), union(a.jobs, b.jobs)
	return c
}

// disagree forgets the variables of a that b has not, or has otherwise.
func (s *state) disagree(a, b *state) {
	for name, v := range a.vars {
		if other, ok := b.vars[name]; !ok || !other.equal(v) {
			s.vars[name] = value{}
		}
	}
}

// shared is how many arguments two ways agree on, from the first.
func shared(a, b []value) int {
	n := 0
	for n < min(len(a), len(b)) && a[n].equal(b[n]) {
		n++
	}
	return n
}

// union keeps one way for each place of the script.
func union(a, b []Way) []Way {
	all := slices.Clone(a)
	for _, w := range b {
		same := func(o Way) bool { return o.In == w.In && o.Start == w.Start }
		if i := slices.IndexFunc(all, same); i >= 0 {
			all[i].Sure, all[i].Then = all[i].Sure && w.Sure, all[i].Then || w.Then
		} else if len(all) < mostLast {
			all = append(all, w)
		}
	}
	return all
}

// outcome is how commands end: next is the state behind them, returned the
// one at a return; nil where they do not end that way.
type outcome struct{ next, returned *state }

func (o outcome) join(p outcome) outcome {
	return outcome{join(o.next, p.next), join(o.returned, p.returned)}
}
