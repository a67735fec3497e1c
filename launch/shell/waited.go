package shell

import "mvdan.cc/sh/v3/syntax"

// Waited returns the program that a text waits for where it ends with
// something else: srv in "srv; echo done", in "srv | cat", and in "srv & wait".
// Of several it is the last.
func (t *Text) Waited() (Simple, bool) {
	l, _ := t.Last()
	if t.file == nil || l.LongRunning() {
		return Simple{}, false
	}
	jobs := l.Name() == "wait"
	var found Simple
	syntax.Walk(t.file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FuncDecl, *syntax.CmdSubst, *syntax.ProcSubst:
			return false
		case *syntax.Stmt:
			return jobs || !n.Background
		case *syntax.CallExpr:
			if c, ok := t.call(n, Place{}); ok && c.LongRunning() && c.Start != l.Start {
				found = c.Simple
			}
		}
		return true
	})
	return found, len(found.Words) > 0
}
