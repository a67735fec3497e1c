package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
)

// moved is about cp, mv and install.
func (c *command) moved(file string) effect {
	t, ok := c.transfer()
	if !ok {
		return effect{}
	}
	e := t.onto(c, file)
	if c.name == "mv" && e.from == "" && !e.end {
		if gone := c.gone(file, t.sources); gone.end {
			return gone
		}
	}
	return e
}

// transfer is what cp, mv, install and ln have in common.
type transfer struct {
	sources []word
	dest    word
	mode    bits
}

func (c *command) transfer() (transfer, bool) {
	var t transfer
	var files []word
	var into *word
	if c.name == "install" {
		t.mode = executable
	}
	for n := 0; n < len(c.args); n++ {
		w := c.args[n]
		next := c.args[min(n+1, len(c.args)-1)]
		switch {
		case c.name == "install" && (w.text == "-d" || w.text == "--directory"):
			return t, false
		case w.text == "-t", w.text == "--target-directory":
			into = &next
			n++
		case strings.HasPrefix(w.src, "--target-directory="):
			dir := c.value(w)
			into = &dir
		case len(w.text) > 1 && w.text[0] == '-':
			if c.name == "install" && t.option(w.text, next) {
				n++
			}
		default:
			files = append(files, w)
		}
	}
	return t.split(files, into)
}

// value is the path behind the = of an option.
func (c *command) value(w word) word {
	_, dir, _ := strings.Cut(w.text, "=")
	if dir == "" || c.dir == "" && !path.IsAbs(dir) {
		return somewhereElse
	}
	return word{src: dir, text: dir, file: Absolute(c.dir, dir), known: true}
}

// option reads an option of install; it reports whether the next word is its
// value.
func (t *transfer) option(text string, next word) bool {
	switch {
	case text == "-m", text == "-Dm":
		t.mode = modeOf(next)
		return true
	case strings.HasPrefix(text, "-m"), strings.HasPrefix(text, "-Dm"):
		t.mode = chmod(text[strings.IndexByte(text, 'm')+1:])
	case strings.HasPrefix(text, "--mode="):
		t.mode = chmod(text[len("--mode="):])
	}
	return text == "-o" || text == "-g"
}

func (t transfer) split(files []word, into *word) (transfer, bool) {
	if into != nil {
		t.sources, t.dest = files, *into
		t.dest.text += "/"
		return t, len(files) > 0
	}
	if len(files) < 2 {
		return t, false
	}
	t.sources, t.dest = files[:len(files)-1], files[len(files)-1]
	return t, true
}

// onto tells what comes to stand at a path. What is copied together with a
// folder is not followed.
func (t transfer) onto(c *command, file string) effect {
	rel, ok := inside(file, t.dest.file)
	switch {
	case !t.dest.known && t.mayReach(file) && t.mayBring(file):
		return lost
	case !t.dest.known && t.dest.match(file) == maybe: // another file may take its place
		return effect{ends: true}
	case !t.dest.known, !ok, t.dest.glob:
		return effect{}
	}
	return t.below(c, rel)
}

// below tells what comes to stand at a path in the destination.
func (t transfer) below(c *command, rel string) effect {
	first, _, deeper := strings.Cut(rel, "/")
	for _, src := range slices.Backward(t.sources) {
		name := path.Base(src.text)
		whole := name == "." || strings.HasSuffix(src.text, "/")
		switch m, err := path.Match(name, first); {
		case rel == "." && len(t.sources) == 1:
			return t.from(c, src, src.file)
		case m && !deeper && err == nil:
			return t.from(c, src, path.Join(path.Dir(src.file), first))
		case m, whole && rel != ".":
			return effect{end: c.hasOption("raR", "recursive") || c.name == "mv"}
		}
	}
	return effect{}
}

// mayReach reports whether a destination that is not known may be the file, or a
// folder it is in.
func (t transfer) mayReach(file string) bool {
	return t.dest.match(file) == maybe || t.dest.mayHold(file)
}

// mayBring reports whether a file of that name may be among the sources.
func (t transfer) mayBring(file string) bool {
	return strings.Contains(t.dest.src, path.Base(file)) || slices.ContainsFunc(t.sources, func(src word) bool {
		ok, err := path.Match(path.Base(src.text), path.Base(file))
		return ok || err != nil
	})
}

// from is about one source that is known.
func (t transfer) from(c *command, src word, file string) effect {
	if !c.sure || !src.known || src.glob && file == src.file || c.name == "rsync" {
		return lost
	}
	return effect{from: file, mode: t.mode, over: c.name == "cp" && !c.hasOption("pa", "preserve")}
}

// gone is about what is moved away or removed.
func (c *command) gone(file string, words []word) effect {
	switch m := c.match(file, words); {
	case m == exact && c.sure:
		return effect{end: true, state: Absent}
	case m == exact, m == above, m == maybe && slices.ContainsFunc(words, func(w word) bool { return strings.Contains(w.src, path.Base(file)) }):
		return lost
	}
	return effect{}
}

func (c *command) removed(file string) effect {
	recursive := c.hasOption("rR", "recursive")
	words := slices.DeleteFunc(operands(c.args), func(w word) bool { return !recursive && w.match(file) == above })
	e := c.gone(file, words)
	if e.end && c.sure && recursive && c.match(file, words) == above {
		e.state = Absent
	}
	return e
}

// linked is about ln: a symbolic link leads to its target, a hard link is it.
func (c *command) linked(file string) effect {
	symbolic := c.hasOption("s", "symbolic")
	files := operands(c.args)
	if len(files) == 1 { // into the folder the shell is in
		files = append(files, c.here())
	}
	t, ok := transfer{}.split(files, nil)
	if !ok || !t.dest.known {
		return effect{end: ok && t.mayReach(file) && t.mayBring(file)}
	}
	rel, ok := inside(file, t.dest.file)
	if !ok {
		return effect{}
	}
	for _, src := range t.sources {
		target := src.text
		if !path.IsAbs(target) {
			target = path.Join(path.Dir(file), target)
		}
		switch {
		case rel == "." || rel == path.Base(src.text) && t.folder(c) != shell.No:
			return c.link(src, target, symbolic)
		case symbolic && t.folder(c) != shell.Yes: // the link is a folder the file is in
			return c.link(src, Absolute(path.Dir(t.dest.file), src.text)+"/"+rel, symbolic)
		}
	}
	return effect{}
}

func (c *command) link(src word, target string, symbolic bool) effect {
	switch {
	case !c.sure || src.text == "" || src.glob:
		return lost
	case symbolic:
		return effect{link: target}
	}
	return effect{from: src.file}
}

// folder tells whether the destination is a folder, going by its name.
func (t transfer) folder(c *command) shell.Answer {
	switch {
	case c.hasRemoved(t.dest.file):
		return shell.No
	case strings.HasSuffix(t.dest.text, "/"), usual.Has(t.dest.file), t.dest.file == c.dir, len(t.sources) > 1:
		return shell.Yes
	case path.Ext(t.dest.file) != "":
		return shell.No
	}
	return shell.NotKnown
}

// hasRemoved reports whether a command before this one takes away what was at a
// path.
func (c *command) hasRemoved(file string) bool {
	for b := c.before; b != nil; b = b.before {
		if (b.name == "rm" || b.name == "rmdir" || b.name == "mv") && b.match(file, b.args) == exact {
			return true
		}
	}
	return false
}
