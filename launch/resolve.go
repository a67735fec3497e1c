package launch

import "github.com/entrylint/entrylint/parser"

// Var is a variable.
type Var struct{}

// Of resolves every stage of a file, in order. A nil images stands for the
// built-in table.
func Of(f *parser.File, images Images) []*Launch {
	return nil
}

// Target finds a stage by name or number; an empty name means the last one.
func Target(all []*Launch, name string) (*Launch, bool) { return nil, false }
