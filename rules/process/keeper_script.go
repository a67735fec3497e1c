package process

import (
	"fmt"
	"slices"

	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// reportKeeper is about a script that ends in a command that only waits. One
// that handles signals, or may start something else, has a purpose.
func reportKeeper(p *rules.Pass, s *rules.Script) {
	if s.Again || s.Health || s.File.Edited || s.Text == nil || s.Text.Err != nil || s.Text.Traps() {
		return
	}
	if len(s.Ways) == 0 || slices.ContainsFunc(s.Ways, func(w script.Way) bool { return w.Exec || w.Job || w.In != s.Text }) {
		return
	}
	start, end, ok := keeps(s.Text)
	if !ok || daemon.Mentions(s.Text.Src[:start], inFrontAlready) {
		return
	}
	in, at := s.Source(start, end)
	f := rules.Finding{In: in, At: at, Notes: s.StartedHere(), Severity: rules.Info, Help: startProgram}
	f.Message = fmt.Sprintf("the script ends in `%s`, which only keeps the container up", rules.Clip(s.Text.Src[start:end]))
	if service, ok := serviceBefore(s.Text, start); ok {
		f.Severity, f.Help = rules.Warning, startService
		f.Message = fmt.Sprintf("the script keeps the container up with `%s` behind `%s`: it stays up when that has ended, and that gets no stop signal",
			rules.Clip(s.Text.Src[start:end]), rules.Clip(service))
	} else if slices.ContainsFunc(s.Ways, func(w script.Way) bool { return w.Then }) {
		return // a program that may be what the script is for
	}
	p.Report(f)
}

// keeps finds the command or loop.
func keeps(t *shell.Text) (start, end int, ok bool) {
	if start, end, ok := t.Loops(); ok {
		return start, end, true
	}
	last, ok := t.Last()
	in := last.In
	if !ok || in.Or || in.Negated || in.Pipe || in.Branch || in.Background {
		return 0, 0, false
	}
	argv := make([]string, len(last.Words))
	for i, w := range last.Words {
		argv[i] = w.Src
		if w.Literal {
			argv[i] = w.Value
		}
	}
	return last.Start, last.End, waitsForever(argv)
}

// serviceBefore finds the last command in front of the keeper that has started
// something in the background.
func serviceBefore(t *shell.Text, start int) (string, bool) {
	for _, c := range slices.Backward(t.Commands()) {
		if c.End > start || !allLiteral(c.Words) {
			continue
		}
		words := make([]string, len(c.Words))
		for i, w := range c.Words {
			words[i] = w.Value
		}
		_, daemonises := daemon.Of(words, nil)
		if startsService(c) && slices.Contains(words, "start") || daemonises {
			return t.Src[c.Start:c.End], true
		}
	}
	return "", false
}

func allLiteral(words []shell.Word) bool {
	return !slices.ContainsFunc(words, func(w shell.Word) bool { return !w.Literal })
}
