package rules

import (
	"cmp"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// Linter runs modules over Dockerfiles. It holds no state of a run and is safe
// for concurrent use.
type Linter struct {
	Modules []*Module
	Options Options
	Images  launch.Images // what is known of base images; nil for the built-in table
	Target  string        // the stage to be built, by name or number; empty for the last
}

// Lint judges one Dockerfile. name is how findings call it; nothing is read
// from there. A file that does not parse yields findings like any other.
func (l *Linter) Lint(name string, src []byte) *Result {
	f, _ := parser.Parse(name, src) // the errors are in f.Errors
	pass := &Pass{File: f, Launches: launch.Of(f, l.Images)}
	pass.Target, _ = launch.Target(pass.Launches, l.Target)
	for _, m := range l.Modules {
		for _, r := range m.Rules {
			pass.run(m, r, l.Options.severity(m, r))
		}
	}
	found := pass.found
	slices.SortStableFunc(found, inOrder)
	found = unshadowed(slices.CompactFunc(found, same))
	res := &Result{File: f, Findings: found}
	if !l.Options.NoInline {
		res.Findings, res.Suppressed = suppress(f, found)
	}
	return res
}

func (p *Pass) run(m *Module, r *Rule, severity Severity) {
	if severity == Off {
		return
	}
	p.module, p.rule = m, r
	first := len(p.found)
	r.Check(p)
	if severity != Unset {
		for i := range p.found[first:] {
			p.found[first+i].Severity = severity
		}
	}
}

// inOrder sorts the Dockerfile's findings by place and code, before those in
// scripts.
func inOrder(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.In.Name, b.In.Name),
		cmp.Compare(a.At.Start, b.At.Start),
		cmp.Compare(a.Rule.Code, b.Rule.Code),
		cmp.Compare(a.At.End, b.At.End),
		cmp.Compare(a.Message, b.Message),
	)
}

// same tells findings that two stages yield for one shared instruction.
func same(a, b Finding) bool {
	return a.Rule == b.Rule && a.In == b.In && a.At == b.At && a.Message == b.Message
}
