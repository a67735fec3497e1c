package execform

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// handed is a command line that hands a text to a shell.
type handed struct {
	l     *launch.Launch
	argv  []string // of process 1
	at    int      // where the shell stands in it
	text  int      // where its text does
	front int      // how many of the words are ENTRYPOINT's
	read  *shell.Text

	entrypoint, cmd *parser.Instruction // where they are written in the file
	in              *rules.Command      // the one that holds the text
}

// handedOver finds the first shell that is given a text.
func handedOver(l *launch.Launch, s *launch.Start) (handed, bool) {
	for p := s.Process; p != nil && s.Argv.Known; p = p.Next {
		sc, ok := l.ShellCommand(p.Argv)
		at := len(s.Argv.V) - len(p.Argv)
		if !ok || at < 0 || !slices.Equal(s.Argv.V[at:], p.Argv) {
			continue
		}
		h := handed{l: l, argv: s.Argv.V, at: at, text: at + sc.Text, front: len(s.Entrypoint.V)}
		h.read = l.Text(h.argv[h.text])
		h.entrypoint, h.cmd = s.Entrypoint.Origin.At, s.Cmd.Origin.At
		return h, h.read.Err == nil && !readsUnseen(h.read.Src)
	}
	return handed{}, false
}

// callsShell reports whether one of the words names a shell.
func callsShell(words []parser.Word) bool {
	return slices.ContainsFunc(words, func(w parser.Word) bool { return strings.HasSuffix(w.Value, "sh") })
}

// readsUnseen reports whether a text may read its arguments without naming them.
func readsUnseen(text string) bool {
	if strings.Contains(text, "$#") || strings.Contains(text, "${#") {
		return true
	}
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" \t\n\r\f;&|()", r) }) {
		switch word {
		case ".", "source", "getopts", "shift", "eval", "trap":
			return true
		}
	}
	return false
}

// writtenBy is the command that holds the text; nil where an image does.
func (h handed) writtenBy(p *rules.Pass) *rules.Command {
	inst := h.cmd
	if h.text < h.front {
		inst = h.entrypoint
	}
	for _, c := range p.Commands() {
		if c.Inst == inst {
			return c
		}
	}
	return nil
}

// shell is how the shell is called, such as sh -c.
func (h handed) shell() string { return strings.Join(h.argv[h.at:h.text], " ") }

// taken is how many words call the shell.
func (h handed) taken() int { return h.text - h.at }

// lost returns the words behind the text that nothing reads. A word that only
// fills the place of $0 is not missed.
func (h handed) lost() []string {
	rest := h.argv[h.text+1:]
	args, zero := h.read.UsesArguments()
	switch {
	case zero || len(rest) == 0:
		return nil
	case args && (isFiller(rest[0]) || h.namesZero() && !isOption(rest[0])):
		return nil
	case args:
		return rest[:1]
	case isFiller(rest[0]):
		return rest[1:]
	}
	return rest
}

// namesZero reports whether the word for $0 is written next to the text, so
// that it is meant as such.
func (h handed) namesZero() bool { return h.text >= h.front || h.text+1 < h.front }

// isFiller reports whether a word is one that people put behind the text for $0.
func isFiller(word string) bool {
	switch word {
	case "", "-", "--", "_", "sh", "bash", "/bin/sh", "/bin/bash", "ash", "dash":
		return true
	}
	return false
}

// losesArguments reports whether the text of ENTRYPOINT does not read what
// docker run puts behind it.
func (h handed) losesArguments() bool {
	args, zero := h.read.UsesArguments()
	last, ok := h.read.Last()
	return !zero && !args && ok && last.LongRunning() && !last.Idle()
}

// help tells how to write the command so that no word is lost.
func (h handed) help(lost []string) string {
	c := h.in
	at := h.text
	if h.text >= h.front {
		at -= h.front
	}
	if args, _ := h.read.UsesArguments(); args {
		words := c.Strings()
		if c.Form == parser.Exec && at < len(words) {
			words[at] = shell.WithExec(words[at])
		}
		return "Put a word for `$0` behind the text: " + inExec(c, slices.Insert(words, at+1, "--")...)
	}
	if h.text < h.front && h.text+1+len(lost) > h.front || lost == nil {
		return h.passOn()
	}
	if c.Form == parser.Shell {
		return "Write the text as one word: " + inExec(c, h.argv[len(h.argv)-1])
	}
	text := h.argv[h.text] + " " + typed(lost)
	if last, ok := shell.Parse(text).Last(); ok && last.LongRunning() {
		text = shell.WithExec(text)
	}
	words := append(c.Strings()[:at:at], text)
	if strings.Contains(text, `"$@"`) {
		words = append(words, "--") // for $0
	}
	help := "Write it as one text: " + inExec(c, words...)
	if h.front > 0 && h.text == h.front {
		help += ", or leave out ENTRYPOINT"
	}
	return help
}

// passOn tells how a shell in ENTRYPOINT hands on its arguments.
func (h handed) passOn() string {
	c, text := h.in, h.argv[h.text]
	last, ok := h.read.Last()
	front := c.Strings()[:h.at]
	if words, plain := h.read.Plain(); plain {
		return "Write it in exec form: " + inExec(c, append(front, words...)...)
	}
	front = append(front, h.argv[h.at:h.text]...)
	in := last.In
	in.AndOr, in.Sequence = false, false
	if (ok && in == shell.Place{}) {
		text = shell.WithExec(text[:last.End] + ` "$@"` + text[last.End:])
		return "Hand them on: " + inExec(c, append(front, text, "--")...)
	}
	return "Hand them on with \"$@\" in the text, and put `\"--\"` behind it for `$0`"
}
