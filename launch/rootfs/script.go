package rootfs

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// command is a simple command of a RUN.
type command struct {
	name    string // without its folder; "" where it is not known
	program word
	args    []word
	reads   []word
	writes  []word
	appends []word
	sure    bool
	dir     string // the folder it runs in, if known
	before  *command
}

// commands parses the text, once.
func (r *run) commands() []command {
	if !r.parsed {
		r.parsed = true
		r.parse()
	}
	return r.all
}

func (r *run) parse() {
	argv := r.step.At.Argv
	if argv == nil {
		r.opaque = true
		return
	}
	if argv.Form == parser.Exec {
		r.execForm(argv.Strings())
		return
	}
	r.script(argv.Body.Text+"\n", r.step.At.Heredocs)
}

// execForm reads an array. A shell with a text in it is read like the text.
func (r *run) execForm(argv []string) {
	words := make([]shell.Word, len(argv))
	for n, w := range argv {
		words[n] = shell.Word{Src: w, Value: w, Literal: true}
	}
	r.add(shell.Command{Simple: shell.Simple{Words: words}, Sure: true}, r.step.Dir, r.step.DirKnown)
}

// script reads a shell text. Here-documents of RUN stand behind it, each up to
// its name; one that is the whole command is a script itself.
func (r *run) script(text string, docs []parser.Heredoc) {
	if strings.HasPrefix(strings.TrimSpace(text), "<<") && len(docs) == 1 {
		text, docs = docs[0].Content, nil
		if strings.HasPrefix(text, "#!") && !strings.Contains(strings.SplitN(text, "\n", 2)[0], "sh") {
			r.opaque = true
			return
		}
	}
	for _, doc := range docs {
		text += doc.Content + doc.Name + "\n"
	}
	t := shell.Parse(text)
	if t.Err != nil {
		r.opaque = true
		return
	}
	r.scope(t.All(), r.step.Dir, r.step.DirKnown)
}

// folder is where a shell, or a subshell, is.
type folder struct {
	scope int
	dir   string
	known bool
}

// scope follows cd through the commands, out of subshells as well.
func (r *run) scope(all []shell.Command, dir string, known bool) {
	stack := []folder{{dir: dir, known: known}}
	for _, c := range all {
		if n := slices.IndexFunc(stack, func(f folder) bool { return f.scope == c.Scope }); n >= 0 {
			stack = stack[:n+1]
		} else {
			top := stack[min(c.Depth, len(stack))-1]
			stack = append(stack[:min(c.Depth, len(stack))], folder{c.Scope, top.dir, top.known})
		}
		top := &stack[len(stack)-1]
		r.add(c, top.dir, top.known)
		if c.Name() == "cd" || c.Name() == "pushd" || c.Name() == "popd" {
			top.change(r.all)
		}
	}
}

func (f *folder) change(all []command) {
	args := all[len(all)-1].args
	f.known = len(args) == 1 && args[0].known && !args[0].glob && args[0].text != "-"
	if f.known {
		f.dir = args[0].file
	}
}

// wrappers start the command behind them.
var wrappers = []string{"sudo", "time", "command", "builtin", "nohup", "exec", "env"}

// add reads one command.
func (r *run) add(c shell.Command, dir string, known bool) {
	out := command{sure: c.Sure}
	if known {
		out.dir = Absolute(dir, ".")
	}
	list := func(words []shell.Word) []word {
		all := make([]word, len(words))
		for n, w := range words {
			all[n] = r.word(w, dir, known)
		}
		return all
	}
	out.reads, out.writes, out.appends = list(c.Reads), list(c.Writes), list(c.Appends)
	words := list(c.Words)
	for len(words) > 1 && slices.Contains(wrappers, words[0].src) && !strings.HasPrefix(words[1].src, "-") && !strings.Contains(words[1].src, "=") {
		words = words[1:]
	}
	if len(words) > 0 {
		out.program, out.args = words[0], words[1:]
		if words[0].known || words[0].text != "" {
			out.name = path.Base(words[0].text)
		}
	}
	if len(r.all) > 0 {
		last := r.all[len(r.all)-1]
		out.before = &last
	}
	if text, ok := out.shellText(); ok && len(r.all) < maxCommands {
		r.nested(text, out.sure, dir, known)
		return
	}
	r.all = append(r.all, out)
}

// maxCommands bounds texts that hold texts.
const maxCommands = 10000

// shellText returns the text of sh -c.
func (c command) shellText() (string, bool) {
	if !slices.Contains([]string{"sh", "bash", "ash", "dash"}, c.name) {
		return "", false
	}
	for n, w := range c.args {
		if strings.HasPrefix(w.text, "-") && strings.HasSuffix(w.text, "c") && n+1 < len(c.args) {
			return c.args[n+1].text, c.args[n+1].text != ""
		}
	}
	return "", false
}

func (r *run) nested(text string, sure bool, dir string, known bool) {
	t := shell.Parse(text)
	if t.Err != nil {
		r.opaque = true
		return
	}
	all := t.All()
	for n := range all {
		all[n].Sure = all[n].Sure && sure
	}
	r.scope(all, dir, known)
}
