package rootfs

import (
	"path"
	"slices"
	"strings"
)

// find is about find with -exec or -delete.
func (c *command) find(file string) effect {
	covers := c.finds(file)
	if covers == other {
		return effect{}
	}
	at := slices.IndexFunc(c.args, func(w word) bool { return strings.HasPrefix(w.text, "-exec") || strings.HasPrefix(w.text, "-ok") })
	if at < 0 {
		if covers == exact && slices.ContainsFunc(c.args, func(w word) bool { return w.text == "-delete" }) {
			return lost
		}
		return effect{}
	}
	return c.each(file, covers, c.args[at+1:])
}

// each is about a command that is run for every file.
func (c *command) each(file string, covers match, words []word) effect {
	if len(words) == 0 {
		return effect{}
	}
	inner := command{name: path.Base(words[0].text), program: words[0], args: slices.Clone(words[1:]), sure: c.sure && covers == exact}
	for n, w := range inner.args {
		if strings.Contains(w.text, "{}") || strings.Contains(w.src, "{}") {
			inner.args[n] = word{src: w.src, text: file, file: file, known: true}
		}
	}
	if inner.name == "sh" || inner.name == "bash" {
		return effect{mode: uncertain, ends: inner.takesReturns() || strings.Contains(inner.args[len(inner.args)-1].text, "dos2unix")}
	}
	return inner.own(file)
}

// finds tells whether find comes to a file: exact where it surely does.
func (c *command) finds(file string) match {
	n := 0
	for n < len(c.args) && !strings.HasPrefix(c.args[n].src, "-") && c.args[n].src != "!" && !strings.HasPrefix(c.args[n].src, `\(`) && c.args[n].src != "(" {
		n++
	}
	paths := c.args[:n]
	if n == 0 {
		paths = []word{{src: ".", text: ".", file: c.dir, known: c.dir != ""}}
	}
	switch m := c.match(file, paths); m {
	case other:
		return other
	case maybe:
		return min(maybe, named(file, c.args[n:]))
	}
	return named(file, c.args[n:])
}

// named tells whether the tests of find hold for a file, as far as its name
// tells.
func named(file string, tests []word) match {
	result := exact
	matched, patterns := false, false
	for n, w := range tests {
		next := strings.Trim(append(tests[n+1:len(tests):len(tests)], word{})[0].src, `"'`)
		switch w.text {
		case "-name", "-iname":
			patterns = true
			ok, err := path.Match(next, path.Base(file))
			matched = matched || ok || err != nil
		case "-type":
			if next == "d" {
				return other
			}
		case "-exec", "-execdir", "-ok", "-delete", "-print", "-print0":
			n = len(tests)
		case "-o", "-or", "-a", "-and":
		default:
			if strings.HasPrefix(w.text, "-") && w.text != "-f" || w.text == "!" {
				result = maybe
			}
		}
		if n == len(tests) {
			break
		}
	}
	if patterns && !matched {
		return other
	}
	return result
}

// xargs is about a command that is run for what another one lists.
func (c *command) xargs(file string) effect {
	words := c.args
	for len(words) > 0 && strings.HasPrefix(words[0].text, "-") {
		takes := slices.Contains([]string{"-n", "-I", "-P", "-L", "-d"}, words[0].text)
		words = words[1:]
		if takes && len(words) > 0 {
			words = words[1:]
		}
	}
	covers := maybe
	if c.before != nil && c.before.name == "find" {
		covers = c.before.finds(file)
	}
	if covers == other || len(words) == 0 {
		return effect{}
	}
	words = append(slices.Clip(words), word{src: file, text: file, file: file, known: true})
	if e := c.each(file, covers, words); !e.end || covers == exact {
		return e
	}
	return effect{}
}
