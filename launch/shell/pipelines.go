package shell

import "mvdan.cc/sh/v3/syntax"

// PipeEnds returns the last commands of the pipelines whose status the text
// goes by: those that are not in a substitution or a function.
func (t *Text) PipeEnds() []Simple {
	if t.file == nil {
		return nil
	}
	var ends []Simple
	syntax.Walk(t.file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDecl, *syntax.CmdSubst, *syntax.ProcSubst:
			return false
		case *syntax.BinaryCmd:
			if !isPipe(n.Op) {
				return true
			}
			if c, ok := t.last(n.Y, Place{Pipe: true}); ok {
				ends = append(ends, c.Simple)
			}
			return false
		}
		return true
	})
	return ends
}
