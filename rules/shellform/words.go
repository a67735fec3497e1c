package shellform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// program is the last command's first word, as its author wrote it.
func (e ending) program() string { return rules.Clip(e.last.Words[0].Src) }

// shell names the shell in a sentence.
func (e ending) shell() string {
	if e.text.Kind == shell.Unknown || e.text.Kind == shell.None {
		return "the shell"
	}
	if e.before != "" {
		return fmt.Sprintf("%s before %s", e.text.Kind, e.before)
	}
	return string(e.text.Kind)
}

// staying says what a shell does that keeps its process number.
func (e ending) staying() string {
	if e.last.In.Pipe {
		return e.shell() + " stays process 1 and passes no signal on to the pipeline"
	}
	return fmt.Sprintf("%s stays process 1 and passes no signal on to `%s`", e.shell(), e.program())
}

// leaving says what a shell does that becomes its last command.
func (e ending) leaving() string {
	version := ""
	if v := e.text.Kind.Since(e.last); v != "" {
		version = " " + v + " and later"
	}
	return fmt.Sprintf("%s%s replaces itself by `%s`, dash would stay process 1", e.shell(), version, e.program())
}

// notes point at what decides which shell it is, and at an entrypoint that
// hands process 1 over.
func (e ending) notes(p *rules.Pass) []rules.Note {
	var notes []rules.Note
	if ep := e.Launch.Entrypoint; e.Verb() == "CMD" && len(ep.V) > 0 {
		notes = append(notes, handsOver(p, ep, e.behind))
	}
	return append(notes, e.shellNotes(p)...)
}

// shellNotes point at what decides which shell reads the text.
func (e ending) shellNotes(p *rules.Pass) []rules.Note {
	var notes []rules.Note
	if slices.Contains([]string{"sh", sh, "/usr" + sh}, e.shellWord()) {
		if e.text.Kind != shell.Unknown {
			root := e.Launch.Root()
			notes = append(notes, p.Note(root.At, "/bin/sh of `%s` is %s", root.Ref, e.text.Kind))
		}
		return notes
	}
	set := e.Launch.Shell
	if e.Form == parser.Exec || !slices.Equal(set.V, e.Launch.ShellAt(e.Inst)) {
		return notes
	}
	if at := set.Origin.At; at != nil {
		return append(notes, p.Note(at.Span, "SHELL set here"))
	}
	return append(notes, rules.Fact("`%s` sets SHELL %s", set.Origin.Image, rules.ExecForm(set.V)))
}

func handsOver(p *rules.Pass, entrypoint launch.Value[[]string], reads bool) rules.Note {
	words := rules.Clip(strings.Join(entrypoint.V, " "))
	if at := entrypoint.Origin.At; at != nil && reads {
		return p.Note(at.Span, "`%s` reads CMD as its text", words)
	}
	if at := entrypoint.Origin.At; at != nil {
		return p.Note(at.Span, "`%s` replaces itself by CMD", words)
	}
	return rules.Fact("entrypoint `%s` of `%s` replaces itself by CMD", words, entrypoint.Origin.Image)
}

// shellWord is the program that reads the text.
func (e ending) shellWord() string {
	if len(e.sh) > 0 {
		return e.sh[0]
	}
	if e.Form == parser.Exec {
		return e.Words[0].Value
	}
	words := e.Launch.ShellAt(e.Inst)
	if e.Verb() == "HEALTHCHECK" || len(words) == 0 { // which SHELL is none of, or cannot be read
		return sh
	}
	return words[0]
}

// options are what the shell is called with, besides its text.
func (e ending) options() []string {
	if len(e.sh) > 0 {
		return e.sh[1:]
	}
	if e.Form == parser.Exec {
		return e.Strings()[1:e.text.Word]
	}
	if words := e.Launch.ShellAt(e.Inst); e.Verb() != "HEALTHCHECK" && len(words) > 0 {
		return words[1:]
	}
	return nil
}
