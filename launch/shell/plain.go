package shell

import "slices"

// builtins are the commands a shell runs itself and for which no program of
// that name can be relied on, and the reserved words (POSIX.1-2017, 2.4 and
// 2.14; dash(1), bash(1)).
var builtins = []string{
	".", ":", "alias", "bg", "break", "case", "cd", "command", "continue", "declare", "do", "done", "elif", "else", "esac",
	"eval", "exec", "exit", "export", "fc", "fg", "fi", "for", "function", "getopts", "hash", "if", "in", "jobs", "let", "local",
	"read", "readonly", "return", "select", "set", "shift", "shopt", "source", "then", "time", "times", "trap", "type",
	"typeset", "ulimit", "umask", "unalias", "unset", "until", "wait", "while", "{", "}", "!", "[[", "((",
}

// Builtin reports whether a shell runs the command itself and no program of
// that name can be relied on.
func Builtin(name string) bool { return slices.Contains(builtins, name) }

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
