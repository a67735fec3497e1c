package rules

import (
	"cmp"
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// Linter runs modules over Dockerfiles. It holds no state of a run and is safe
// for concurrent use.
type Linter struct {
	Modules []*Module
	Options Options
	Images  launch.Images // what is known of base images; nil for the built-in table
	Target  string        // the stage to be built, by name or number; empty for the last

	// Context returns the build context of a file as far as it is known. It is
	// called where a rule asks for a file of the image, once for each Dockerfile.
	// Nil, also as its result, stands for a context of which nothing is known.
	Context func(*parser.File) *rootfs.Context
}

// Lint judges one Dockerfile. name is how findings call it; nothing is read
// from there. A file that does not parse yields findings like any other.
func (l *Linter) Lint(name string, src []byte) *Result {
	f, _ := parser.Parse(name, src) // the errors are in f.Errors
	pass := &Pass{
		File: f, Launches: launch.Of(f, l.context(f), l.Images),
		Suppressions: suppressions(f), Options: l.Options, modules: l.Modules,
	}
	pass.Target, _ = launch.Target(pass.Launches, l.Target)
	pass.runAll(func(r *Rule) func(*Pass) { return r.Check })
	res := &Result{File: f}
	res.Findings, res.Suppressed = pass.take()
	pass.runAll(func(r *Rule) func(*Pass) { return r.After })
	kept, held := pass.take()
	if len(kept)+len(held) > 0 {
		res.Findings, res.Suppressed = append(res.Findings, kept...), append(res.Suppressed, held...)
		slices.SortStableFunc(res.Findings, pass.inOrder)
		slices.SortStableFunc(res.Suppressed, pass.inOrder)
	}
	return res
}

func (l *Linter) context(f *parser.File) func() *rootfs.Context {
	if l.Context == nil {
		return nil
	}
	return func() *rootfs.Context { return l.Context(f) }
}

// runAll runs one function of every rule that has it.
func (p *Pass) runAll(of func(*Rule) func(*Pass)) {
	for _, m := range p.modules {
		for _, r := range m.Rules {
			if check := of(r); check != nil {
				p.run(m, r, check, p.Options.severity(m, r))
			}
		}
	}
}

// take returns what was found since the last time, in order, and what comments
// hold back of it.
func (p *Pass) take() (kept, held []Finding) {
	found := p.found
	if len(found) == 0 {
		return nil, nil
	}
	p.found = nil
	slices.SortStableFunc(found, p.inOrder)
	found = unshadowed(slices.CompactFunc(found, same))
	if p.Options.NoInline {
		return found, nil
	}
	return p.suppress(found)
}

func (p *Pass) run(m *Module, r *Rule, check func(*Pass), severity Severity) {
	if severity == Off {
		return
	}
	p.module, p.rule = m, r
	first := len(p.found)
	check(p)
	if severity != Unset {
		for i := range p.found[first:] {
			p.found[first+i].Severity = severity
		}
	}
}

// inOrder sorts the Dockerfile's findings by place and code, before those in
// scripts.
func (p *Pass) inOrder(a, b Finding) int {
	if a.In != b.In && (a.In == p.File.Source || b.In == p.File.Source) {
		if a.In == p.File.Source {
			return -1
		}
		return 1
	}
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
