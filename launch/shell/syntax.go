package shell

import "mvdan.cc/sh/v3/syntax"

// File is the syntax tree of the text; nil where it cannot be parsed.
func (t *Text) File() *syntax.File { return t.file }

// Source is how a word of the tree is written.
func (t *Text) Source(w *syntax.Word) string {
	if w == nil {
		return ""
	}
	return t.Src[offset(w.Pos()):offset(w.End())]
}

// Word reads a word of the tree.
func (t *Text) Word(w *syntax.Word) Word { return t.word(w) }

// Simple reads a simple command of the tree; false where it only assigns.
func (t *Text) Simple(c *syntax.CallExpr) (Simple, bool) {
	l, ok := t.call(c, Place{})
	return l.Simple, ok
}
