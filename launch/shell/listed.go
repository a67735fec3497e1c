package shell

import "mvdan.cc/sh/v3/syntax"

// call lists a simple command, behind those whose output its words take.
func (l *lister) call(c *syntax.CallExpr, in around) {
	for _, n := range c.Assigns {
		l.substitutions(n, in)
	}
	for _, n := range c.Args {
		l.substitutions(n, in)
	}
	simple := Simple{Assigned: len(c.Assigns) > 0}
	if found, ok := l.text.call(c, Place{}); ok {
		simple = found.Simple
	}
	l.add(simple, in)
}

func (l *lister) substitutions(n syntax.Node, in around) {
	syntax.Walk(n, func(n syntax.Node) bool {
		switch c := n.(type) {
		case *syntax.CmdSubst:
			l.rest(l.inside(in), &syntax.Block{Stmts: c.Stmts})
			return false
		case *syntax.ProcSubst:
			l.rest(l.inside(in), &syntax.Block{Stmts: c.Stmts})
			return false
		}
		return true
	})
}

// add notes a command with its redirections, those of the compound commands
// around it among them.
func (l *lister) add(simple Simple, in around) {
	c := Command{Simple: simple, Sure: in.sure, Scope: in.scope, Depth: in.depth}
	for _, r := range in.redirs {
		if r.Word == nil {
			continue
		}
		switch r.Op {
		case syntax.RdrIn, syntax.RdrInOut:
			c.Reads = append(c.Reads, l.text.word(r.Word))
		case syntax.RdrOut, syntax.RdrClob, syntax.RdrAll:
			c.Writes = append(c.Writes, l.text.word(r.Word))
		case syntax.AppOut, syntax.AppAll:
			c.Appends = append(c.Appends, l.text.word(r.Word))
		}
	}
	if len(c.Words)+len(c.Reads)+len(c.Writes)+len(c.Appends) > 0 {
		l.found = append(l.found, c)
	}
}
