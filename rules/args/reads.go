package args

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// read is a place where a command instruction reads a variable when the
// container runs, or would if somebody expanded it.
type read struct {
	Command   *rules.Command
	Launch    *launch.Launch // the stage that is run
	Name      string
	Src       string // as written: $PORT, ${PORT:-80}
	At        func() parser.Span
	Defaulted bool
	Kind      shell.Kind // of the shell that expands it
	Literal   bool       // nobody expands it: a word of an exec form
	Scripted  bool       // a script starts the shell, and may have set the variable
}

// reads lists what the command instructions of a file read and the file
// declares somewhere, each once. Only commands that a container uses count.
func reads(p *rules.Pass) []read {
	return rules.Shared(p, func(p *rules.Pass) []read { return readsWhere(p, (*launch.Launch).Declared) })
}

// readsWhere lists the reads of some names only.
func readsWhere(p *rules.Pass, wanted func(l *launch.Launch, name string) bool) []read {
	var all []read
	for _, c := range p.Commands() {
		if stages := stagesOf(p, c); len(stages) > 0 {
			all = append(all, readsOf(c, stages, wanted)...)
		}
	}
	return all
}

// stagesOf lists the images that use a command; none where it has no variable.
func stagesOf(p *rules.Pass, c *rules.Command) []*launch.Launch {
	if !strings.Contains(c.Body.Text, "$") && !strings.Contains(c.Body.Text, `\u`) {
		return nil
	}
	return runners(p)[c.Inst]
}

// readsOf names for every read a stage in which it finds no ENV, if there is one.
func readsOf(c *rules.Command, stages []*launch.Launch, wanted func(*launch.Launch, string) bool) []read {
	all := slices.DeleteFunc(commandReads(c, stages[0]), func(r read) bool { return !wanted(stages[0], r.Name) })
	scripted := map[*launch.Launch]bool{}
	for _, l := range stages {
		scripted[l] = len(all) > 0 && (prepared(c.Strings()) || prepared(shellOf(c)) || c.Verb() == "CMD" && (prepared(l.Entrypoint.V) || behindScript(l)))
	}
	for i, r := range all {
		for _, l := range stages {
			r.Launch, r.Scripted = l, scripted[l]
			if _, set := l.Env(r.Name); !set {
				break
			}
		}
		all[i] = r
	}
	return all
}

// shellOf is what SHELL puts in front of a command in shell form; a health check
// does without.
func shellOf(c *rules.Command) []string {
	if c.Form != parser.Shell || c.Verb() == "HEALTHCHECK" {
		return nil
	}
	return c.Launch.ShellAt(c.Inst)
}

// prepared reports whether a command line sets variables before its shell reads
// the text: env NAME=value, or a login shell, which reads the profile.
func prepared(argv []string) bool {
	for _, w := range argv {
		switch {
		case w == "--login", strings.HasPrefix(w, "-") && strings.Contains(w, "l") && strings.HasSuffix(w, "c"), w == "-l":
			return true
		case !strings.ContainsAny(w, " $") && strings.Contains(w, "=") && !strings.HasPrefix(w, "-"):
			return true
		}
	}
	return false
}

// behindScript reports whether a script stands between the engine and the
// shell of CMD.
func behindScript(l *launch.Launch) bool {
	for p := l.Start(launch.Run{}).Process; p != nil && p.Kind != launch.Shell; p = p.Next {
		if p.Kind == launch.Script {
			return true
		}
	}
	return false
}

// runners returns, for each command instruction, the images that use it.
func runners(p *rules.Pass) map[*parser.Instruction][]*launch.Launch {
	return rules.Shared(p, newRunners)
}

func newRunners(p *rules.Pass) map[*parser.Instruction][]*launch.Launch {
	runs := map[*parser.Instruction][]*launch.Launch{}
	for _, l := range p.Images() {
		for _, from := range []launch.Origin{l.Entrypoint.Origin, l.Cmd.Origin, l.Health.Origin} {
			if from.At != nil {
				runs[from.At] = append(runs[from.At], l)
			}
		}
	}
	return runs
}

func commandReads(c *rules.Command, l *launch.Launch) []read {
	if dropped(c, l) {
		return nil
	}
	text, expanded := script(c, l)
	var all []read
	for i, w := range c.Words {
		if !expanded || text.word != i && !text.loses(i) {
			all = append(all, literalReads(c, i, w.Value)...)
		}
	}
	if !expanded {
		return all
	}
	for _, u := range text.Uses() {
		if !u.Parameter() {
			all = append(all, read{
				Command: c, Name: u.Name, Src: text.Src[u.Start:u.End],
				At:        func() parser.Span { return text.at(u.Start, u.End) },
				Defaulted: u.Defaulted, Kind: text.kind,
			})
		}
	}
	return all
}

// shellText is a text of a command instruction that a shell expands.
type shellText struct {
	*shell.Text
	kind shell.Kind
	word int // of the exec form; -1 for shell form
	at   func(lo, hi int) parser.Span
}

// script finds the text of a shell form, of ["sh", "-c", "text"], and of a CMD
// that follows ENTRYPOINT ["sh", "-c"].
func script(c *rules.Command, l *launch.Launch) (shellText, bool) {
	if t := c.ShellText(); t != nil {
		return shellText{t.Text, t.Kind, t.Word, t.At}, true
	}
	entrypoint := l.Entrypoint.V
	if c.Verb() != "CMD" || c.Form == parser.Shell || !l.Entrypoint.Known {
		return shellText{}, false
	}
	sc, ok := l.ShellCommand(append(entrypoint[:len(entrypoint):len(entrypoint)], c.Strings()...))
	word := sc.Text - len(entrypoint)
	if !ok || word < 0 {
		return shellText{}, false
	}
	at := func(lo, hi int) parser.Span { return c.WordAt(word, lo, hi) }
	return shellText{l.Text(c.Words[word].Value), sc.Kind, word, at}, true
}

// variable matches $NAME and ${NAME…} where no backslash stands before it.
var variable = lazyregexp.New(`(?:^|[^\\])(\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)[^{}]*\}))`)

func literalReads(c *rules.Command, word int, value string) []read {
	if !strings.Contains(value, "$") {
		return nil
	}
	var all []read
	for _, m := range variable.FindAllStringSubmatchIndex(value, -1) {
		lo, hi := m[4], m[5]
		if lo < 0 {
			lo, hi = m[6], m[7]
		}
		all = append(all, read{
			Command: c, Name: value[lo:hi], Src: value[m[2]:m[3]], Literal: true,
			At: func() parser.Span { return c.WordAt(word, m[2], m[3]) },
		})
	}
	return all
}

// hasValue reports whether the variable has, or may well have, a value when
// the container runs.
func (r read) hasValue() bool {
	if _, ok := r.Launch.Env(r.Name); ok || r.Launch.EnvUnread() {
		return true
	}
	byShell := !r.Literal && (r.Scripted || setAtStart(r.Name, r.Kind))
	return byShell || !r.Launch.EnvComplete() && typicalOfImages(r.Name)
}
