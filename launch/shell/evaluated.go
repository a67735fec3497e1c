package shell

import (
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// Evaluated is a command that hands all arguments of a script to a shell as
// text: eval "$@", sh -c "$*".
type Evaluated struct {
	Simple
	Eval bool // eval, not another shell

	// First tells that the text is the first argument only: those behind it
	// become parameters, as in sh -c "$@".
	First bool
}

// Evaluated lists them in order, without those in functions and substitutions,
// and behind a set that replaces the arguments.
func (t *Text) Evaluated() []Evaluated {
	if t.file == nil || !t.mentions("eval") && !t.mentions("c ") {
		return nil
	}
	var found []Evaluated
	for _, c := range t.Commands() {
		if t.replacesArguments(c) {
			break
		}
		if e, ok := t.evaluates(c); ok {
			found = append(found, e)
		}
	}
	return found
}

func (t *Text) mentions(word string) bool { return strings.Contains(t.Src, word) }

func (t *Text) evaluates(c Simple) (Evaluated, bool) {
	switch c.Name() {
	case "eval":
		at := slices.IndexFunc(c.Words[1:], func(w Word) bool { return len(t.lists(w)) > 0 })
		return Evaluated{Simple: c, Eval: true}, at >= 0
	case "su", "runuser": // which start the shell themselves
		return Evaluated{}, false
	}
	for i := range c.Words[:max(0, len(c.Words)-2)] {
		name, option, text := c.Words[i], c.Words[i+1], c.Words[i+2]
		if !isShellName(name) || !option.Literal || !strings.HasPrefix(option.Value, "-") || !strings.HasSuffix(option.Value, "c") {
			continue
		}
		lists := t.lists(text)
		return Evaluated{Simple: c, First: slices.Contains(lists, "@") || !strings.HasPrefix(text.Src, `"`)}, len(lists) > 0
	}
	return Evaluated{}, false
}

func isShellName(w Word) bool {
	name := w.Value[strings.LastIndexByte(w.Value, '/')+1:]
	return w.Literal && slices.Contains([]string{"ash", "bash", "dash", "ksh", "sh", "zsh"}, name)
}

// lists returns the parameters in a word that stand for all arguments: @ and *.
// Those that are quoted for a shell, or end up in something else, do not count.
func (t *Text) lists(w Word) []string {
	if !strings.Contains(w.Src, "$") {
		return nil
	}
	var found []string
	syntax.Walk(t.tree(w), func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.CmdSubst, *syntax.ProcSubst, *syntax.ArithmExp:
			return false
		case *syntax.ParamExp:
			if p := n.Param; p != nil && (p.Value == "@" || p.Value == "*") && n.Exp == nil && n.Repl == nil && !n.Length {
				found = append(found, p.Value)
			}
			return false
		}
		return true
	})
	return found
}

// tree finds the word of the syntax tree. The first call lists all of them: a
// text may ask about each.
func (t *Text) tree(w Word) *syntax.Word {
	if t.words == nil {
		t.words = map[stretch]*syntax.Word{}
		syntax.Walk(t.file, func(n syntax.Node) bool {
			if word, ok := n.(*syntax.Word); ok {
				t.words[stretch{offset(word.Pos()), offset(word.End())}] = word
			}
			return true
		})
	}
	if word := t.words[stretch{w.Start, w.End}]; word != nil {
		return word
	}
	return &syntax.Word{}
}

// replacesArguments is about set -- with words that none of the arguments are
// among.
func (t *Text) replacesArguments(c Simple) bool {
	if c.Name() != "set" || len(c.Words) < 2 {
		return false
	}
	return c.Words[1].Value == "--" && !slices.ContainsFunc(c.Words, func(w Word) bool { return len(t.lists(w)) > 0 }) && t.sure(c)
}

// sure reports whether the text runs a command on every way.
func (t *Text) sure(c Simple) bool {
	if t.surely == nil {
		t.surely = map[int]bool{}
		for _, o := range t.All() {
			if o.Sure {
				t.surely[o.Start] = true
			}
		}
	}
	return t.surely[c.Start]
}
