package rules

import (
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// Command is a command instruction of the file: ENTRYPOINT, CMD, HEALTHCHECK
// CMD, or one of these inside ONBUILD.
type Command struct {
	*parser.Command
	Launch  *launch.Launch      // of the stage it is written in
	Inst    *parser.Instruction // ENTRYPOINT, CMD or HEALTHCHECK; for ONBUILD the trigger
	OnBuild *parser.Instruction // the ONBUILD around it, nil for none
	text    *ShellText
	escapes map[int][]int // of a word: where each byte of its value stands in it
}

// Commands lists the command instructions of all stages in order of the file.
func (p *Pass) Commands() []*Command {
	if p.commands == nil {
		p.commands = []*Command{}
		for _, l := range p.Launches {
			for _, inst := range l.Stage.Instructions {
				if inst.Trigger != nil {
					p.addCommand(l, inst.Trigger, inst)
				} else {
					p.addCommand(l, inst, nil)
				}
			}
		}
	}
	return p.commands
}

func (p *Pass) addCommand(l *launch.Launch, inst, onBuild *parser.Instruction) {
	if inst.Argv == nil {
		return
	}
	switch inst.Verb.Value {
	case "CMD", "ENTRYPOINT", "HEALTHCHECK":
		p.commands = append(p.commands, &Command{Command: inst.Argv, Launch: l, Inst: inst, OnBuild: onBuild})
	}
}

// Verb returns ENTRYPOINT, CMD or HEALTHCHECK.
func (c *Command) Verb() string { return c.Inst.Verb.Value }

// Span is where the instruction stands, ONBUILD included.
func (c *Command) Span() parser.Span {
	if c.OnBuild != nil {
		return c.OnBuild.Span
	}
	return c.Inst.Span
}

// Effective reports whether a container of the command's stage uses it: BuildKit
// accepts it, and no later one overrides it there. An ONBUILD counts, its
// children use it.
func (c *Command) Effective() bool {
	switch {
	case c.Inst.Err != nil:
		return false
	case c.OnBuild != nil:
		return true
	}
	switch c.Verb() {
	case "CMD":
		return c.Launch.Cmd.Origin.At == c.Inst && len(c.Launch.Cmd.V) > 0
	case "ENTRYPOINT":
		return c.Launch.Entrypoint.Origin.At == c.Inst
	default:
		return c.Launch.Health.Origin.At == c.Inst
	}
}

// ShellText is a text that a command instruction hands to a shell.
type ShellText struct {
	*shell.Text
	Kind shell.Kind // of the shell that reads it
	Word int        // index among the words of the exec form; -1 for shell form
	span func(lo, hi int) parser.Span
}

// At maps the bytes [lo, hi) of the text to the source.
func (t *ShellText) At(lo, hi int) parser.Span { return t.span(lo, hi) }

// ShellText returns the text of a shell form or of an exec form such as
// ["sh", "-c", "text"], and nil for a command without a shell. On Windows
// there is none that could be read.
func (c *Command) ShellText() *ShellText {
	if c.text == nil {
		c.text = c.readText()
	}
	if c.text.Text == nil {
		return nil
	}
	return c.text
}

func (c *Command) readText() *ShellText {
	l := c.Launch
	if c.Form == parser.Shell {
		sh := l.ShellAt(c.Inst)
		if c.OnBuild != nil { // the child inherits the last SHELL of this stage
			sh = l.Shell.V
		}
		if c.Verb() == "HEALTHCHECK" { // the engine runs it, always with /bin/sh
			sh = []string{"/bin/sh", "-c"}
		}
		return c.readShellForm(sh)
	}
	sc, ok := l.ShellCommand(c.Strings())
	if !ok {
		return &ShellText{}
	}
	span := func(lo, hi int) parser.Span { return c.WordAt(sc.Text, lo, hi) }
	return &ShellText{Text: l.Text(c.Words[sc.Text].Value), Kind: sc.Kind, Word: sc.Text, span: span}
}

// TextIn reads a word of the exec form as the text of a shell that stands further
// back than the first word, or in ENTRYPOINT.
func (c *Command) TextIn(word int, kind shell.Kind) *ShellText {
	span := func(lo, hi int) parser.Span { return c.WordAt(word, lo, hi) }
	return &ShellText{Text: c.Launch.Text(c.Words[word].Value), Kind: kind, Word: word, span: span}
}

// readShellForm reads the text that SHELL is given. Where something stands in
// front of the shell, such as conda run, what process 1 is cannot be told.
func (c *Command) readShellForm(words []string) *ShellText {
	for i := range words {
		sc, ok := c.Launch.ShellCommand(append(words[i:len(words):len(words)], c.Body.Text))
		if !ok {
			continue
		}
		if i > 0 {
			sc.Kind = shell.Unknown
		}
		return &ShellText{Text: c.Launch.Text(c.Body.Text), Kind: sc.Kind, Word: -1, span: c.Body.Span}
	}
	return &ShellText{}
}

// WordAt maps the bytes [lo, hi) of a word of the exec form to the source.
func (c *Command) WordAt(word, lo, hi int) parser.Span {
	w := c.Words[word]
	from, ok := c.Body.Offset(w.Span.Start)
	to, ok2 := c.Body.Offset(w.Span.End - 1)
	if !ok || !ok2 {
		return w.Span
	}
	if c.escapes == nil {
		c.escapes = map[int][]int{}
	}
	if _, ok := c.escapes[word]; !ok {
		c.escapes[word] = rawOffsets(c.Body.Text[from:to+1], len(w.Value))
	}
	raw := c.escapes[word]
	if raw == nil {
		return w.Span
	}
	return c.Body.Span(from+raw[lo], from+raw[hi])
}
