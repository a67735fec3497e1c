package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// find is about find with -exec or -delete.
func (c *command) find(file string) effect {
	_, all := c.finds(file)
	var e effect
	for _, a := range all {
		next := c.action(file, a)
		if next.end {
			return next
		}
		e = e.then(next)
	}
	return e
}

// then adds what is done next.
func (e effect) then(next effect) effect {
	if next.from != "" || next.link != "" {
		return lost
	}
	switch {
	case next.mode.decided == 0:
	case e.mode.decided != 0:
		e.mode, e.doubt = uncertain, true
	default:
		e.mode, e.doubt = next.mode, next.doubt
	}
	e.edited, e.ends = e.edited || next.edited, e.ends || next.ends
	return e
}

// action is about one thing that find does to a file that it may come to.
func (c *command) action(file string, a action) effect {
	switch {
	case a.covers == shell.No:
		return effect{}
	case a.deletes:
		return effect{end: a.covers == shell.Yes}
	}
	return c.each(file, a.covers, a.words)
}

// here is the folder the command runs in.
func (c *command) here() word {
	return word{src: ".", text: "./", file: c.dir, known: c.dir != "", shape: shape{tail: []string{""}}}
}

// each is about a command that is run for every file.
func (c *command) each(file string, covers shell.Answer, words []word) effect {
	if len(words) == 0 {
		return effect{}
	}
	inner := c.forEach(words, word{src: file, text: file, file: file, known: true})
	inner.sure = c.sure && covers == shell.Yes
	if inner.name == "sh" || inner.name == "bash" {
		return effect{mode: uncertain, ends: inner.takesReturns() || strings.Contains(inner.args[len(inner.args)-1].text, "dos2unix")}
	}
	return inner.own(file)
}

// forEach returns the command for one file, which {} stands for.
func (c *command) forEach(words []word, file word) command {
	inner := command{program: words[0], args: slices.Clone(words[1:]), dir: c.dir}
	if words[0].text != "" {
		inner.name = path.Base(words[0].text)
	}
	for n, w := range inner.args {
		if strings.Contains(w.text, "{}") || strings.Contains(w.src, "{}") {
			inner.args[n] = file
		}
	}
	return inner
}

// finds tells whether find comes to a file and lists it, and what it does
// there.
func (c *command) finds(file string) (shell.Answer, []action) {
	n := 0
	for n < len(c.args) && !strings.HasPrefix(c.args[n].src, "-") && !slices.Contains([]string{"!", "("}, c.args[n].text) {
		n++
	}
	paths := c.args[:n]
	if n == 0 {
		paths = []word{c.here()}
	}
	come := shell.No
	switch m := c.match(file, paths); {
	case m >= above:
		come = shell.Yes
	case m == maybe, slices.ContainsFunc(paths, func(w word) bool { return w.mayHold(file) }):
		come = shell.NotKnown
	}
	t := tests{file: file, words: c.args[n:]}
	lists := t.either(come)
	return come.And(lists), t.actions
}

// somewhereElse is a file of which nothing is known.
var somewhereElse = word{src: "{}", shape: shape{tail: []string{""}}}

// forMany returns what find or xargs start for files that are not known; it
// reports false for other commands.
func (c *command) forMany() ([]command, bool) {
	var all []command
	switch c.name {
	case "find":
		_, actions := c.finds("")
		for _, a := range actions {
			if len(a.words) > 0 {
				all = append(all, c.forEach(a.words, somewhereElse))
			}
		}
	case "xargs":
		if words := c.listed(); len(words) > 0 {
			all = append(all, c.forEach(append(slices.Clip(words), somewhereElse), somewhereElse))
		}
	default:
		return nil, false
	}
	return all, true
}

// xargs is about a command that is run for what another one lists.
func (c *command) xargs(file string) effect {
	words := c.listed()
	covers := shell.NotKnown
	if c.before != nil && c.before.name == "find" {
		covers, _ = c.before.finds(file)
	}
	if covers == shell.No || len(words) == 0 {
		return effect{}
	}
	words = append(slices.Clip(words), word{src: file, text: file, file: file, known: true})
	if e := c.each(file, covers, words); !e.end || covers == shell.Yes {
		return e
	}
	return effect{}
}

// listed returns the command behind xargs and its options.
func (c *command) listed() []word {
	words := c.args
	for len(words) > 0 && strings.HasPrefix(words[0].src, "-") {
		takes := slices.Contains([]string{"-n", "-I", "-P", "-L", "-d", "-a", "-s", "-E"}, words[0].text)
		words = words[1:]
		if takes && len(words) > 0 {
			words = words[1:]
		}
	}
	return words
}
