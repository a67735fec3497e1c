package shell

import "mvdan.cc/sh/v3/syntax"

// ReadsArguments reports whether a script reads the arguments it is given in any
// way: all of them or one, their number, by getopts or shift, or in a text that
// eval makes. A function has arguments of its own; those of the script are not
// among them. What the script sources may read them too, see [Text.Sourced].
func (t *Text) ReadsArguments() bool {
	reads := false
	t.outside(func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.ParamExp:
			reads = reads || n.Param != nil && isArgument(n.Param.Value)
		case *syntax.WordIter:
			reads = reads || !n.InPos.IsValid() // for X; do
		case *syntax.CallExpr:
			if len(n.Args) > 0 {
				switch n.Args[0].Lit() {
				case "getopts", "shift", "eval":
					reads = true
				}
			}
		}
	})
	return reads
}

// isArgument tells $1, $@, $*, $# and bash's list of arguments from variables
// and $0.
func isArgument(name string) bool {
	return Use{Name: name}.Parameter() && name != "0" || name == "BASH_ARGV" || name == "BASH_ARGC"
}

// Sourced returns the names of the texts that a script reads in with . or
// source.
func (t *Text) Sourced() []Word {
	var names []Word
	t.outside(func(n syntax.Node) {
		c, ok := n.(*syntax.CallExpr)
		if ok && len(c.Args) > 1 && (c.Args[0].Lit() == "." || c.Args[0].Lit() == "source") {
			names = append(names, t.word(c.Args[1]))
		}
	})
	return names
}

// outside visits the text without the bodies of its functions.
func (t *Text) outside(visit func(syntax.Node)) {
	if t.file == nil {
		return
	}
	syntax.Walk(t.file, func(n syntax.Node) bool {
		if _, ok := n.(*syntax.FuncDecl); ok {
			return false
		}
		if n != nil {
			visit(n)
		}
		return true
	})
}
