package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// reportUnfoundByShell is about a program that the text of a shell names.
func reportUnfoundByShell(p *rules.Pass, c *rules.Command) {
	text := c.ShellText()
	last, ok := text.Last()
	if !ok || shell.RunsItself(last.Name()) || !isFileName(last.Name()) || last.Name() != last.Words[0].Value || !c.Effective() || !searchesPath(c, text) {
		return
	}
	placed, ok := placeOf(c.Launch, last.Name())
	if !ok {
		return
	}
	if c.Verb() == "CMD" {
		if taker, known := cmdTaker(c); taker != "" || !known {
			return
		}
	}
	sh := "/bin/sh"
	if c.Form == parser.Exec {
		sh = c.Words[0].Value
	}
	p.Report(rules.Finding{
		At: text.At(last.Words[0].Start, last.End),
		Message: fmt.Sprintf("`%s` is copied to `%s`, which is not on PATH: the shell %s",
			rules.Clip(last.Name()), rules.Clip(path.Dir(placed.file)), notFound(text.Kind, sh, last.Words[0].Src)),
		Notes: []rules.Note{p.Note(placed.by.Span, "it is copied here")},
		Help:  fmt.Sprintf("Write `%s`, or copy it to /usr/local/bin", placed.file),
	})
}

// searchesPath reports whether the shell looks for the last program of a text on
// the PATH of the image: nothing in front can have changed that, or made such a
// program.
func searchesPath(c *rules.Command, text *rules.ShellText) bool {
	options := c.Strings()
	if c.Form == parser.Shell && c.Verb() != "HEALTHCHECK" {
		options = c.Launch.ShellAt(c.Inst)
	} else if c.Form == parser.Exec {
		options = options[:text.Word]
	} else {
		options = nil
	}
	login := func(w string) bool { return strings.HasPrefix(w, "-") && strings.ContainsAny(w, "li") }
	if text.Kind == shell.None || text.Kind == shell.Unknown || strings.Contains(text.Src, "PATH") || slices.ContainsFunc(options, login) {
		return false
	}
	all := text.Commands()
	return len(all) > 0 && !slices.ContainsFunc(all[:len(all)-1], func(s shell.Simple) bool { return s.Name() != "cd" })
}
