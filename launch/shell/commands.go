package shell

import "mvdan.cc/sh/v3/syntax"

// Commands returns the simple commands of a text in order, those in compound
// commands included, those in substitutions and functions not.
func (t *Text) Commands() []Simple {
	if t.file == nil {
		return nil
	}
	var all []Simple
	syntax.Walk(t.file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDecl, *syntax.CmdSubst, *syntax.ProcSubst:
			return false
		case *syntax.CallExpr:
			if c, ok := t.call(n, Place{}); ok {
				all = append(all, c.Simple)
			}
		}
		return true
	})
	return all
}
