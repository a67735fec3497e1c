package shell

// Plain returns the words the program gets where the text is one simple
// command that needs no shell: exec form would start the same.
func (t *Text) Plain() ([]string, bool) {
	c, ok := t.Last()
	if !ok || !c.Alone() || c.Exec || c.Assigned || c.Redirected || t.hasComment() || Builtin(c.Words[0].Value) {
		return nil, false
	}
	words := make([]string, len(c.Words))
	for i, w := range c.Words {
		if !w.Literal {
			return nil, false
		}
		words[i] = w.Value
	}
	return words, true
}

func (t *Text) hasComment() bool { return len(t.file.Last) > 0 || len(t.file.Stmts[0].Comments) > 0 }
