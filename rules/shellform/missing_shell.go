package shellform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// checkMissingShell finds commands that name a shell that the image does not have:
// in exec form, or by SHELL. A stage built on it may bring the shell.
func checkMissingShell(p *rules.Pass) {
	for _, c := range p.Commands() {
		program, named := shellNamed(c)
		has := func(l *launch.Launch) bool { return isBuiltOn(l, c.Launch) && !l.LacksShell(program) }
		if named && !slices.ContainsFunc(p.Launches, has) {
			p.Report(missingShell(p, c, program))
		}
	}
}

// isBuiltOn reports whether a stage is another one, or built on it.
func isBuiltOn(l, base *launch.Launch) bool {
	for l != nil && l != base {
		l = l.Base.Parent
	}
	return l == base
}

// shellNamed is the program that the engine is to start with the command; false
// where the command gives only arguments, or is none of those the rule is about.
func shellNamed(c *rules.Command) (string, bool) {
	words := c.Launch.ShellAt(c.Inst)
	switch {
	case !c.Effective(), c.OnBuild != nil, c.Verb() == "CMD" && hasEntrypoint(c):
		return "", false
	case c.Form == parser.Exec:
		words = c.Strings()
	case c.Verb() == "HEALTHCHECK", len(words) > 0 && words[0] == sh:
		return "", false // the other half of the rule
	}
	if len(words) == 0 {
		return "", false
	}
	return words[0], true
}

func missingShell(p *rules.Pass, c *rules.Command, program string) rules.Finding {
	root := c.Launch.Root()
	effect := launch.CannotFind(program)
	if c.Verb() == "HEALTHCHECK" {
		effect = "every check fails: " + effect
	}
	f := rules.Finding{
		At:      c.Span(),
		Message: fmt.Sprintf("%s starts `%s`, which `%s` does not have: %s", c.Verb(), program, root.Ref, effect),
		Notes:   []rules.Note{p.Note(root.At, "the shell of `%s` is %s", root.Ref, root.Config.Sh)},
		Help:    "Start the program itself, in exec form, or build on an image that has a shell",
	}
	switch {
	case root.Config.Sh == shell.None || root.Config.Sh == shell.Unknown:
		f.Notes = nil
	case strings.Contains(root.Ref, "alpine"):
		f.Help = fmt.Sprintf("Install it, RUN apk add --no-cache %s, or write the text for %s", path.Base(program), sh)
	default:
		f.Help = fmt.Sprintf("Install it, or write the text for %s", sh)
	}
	if set := c.Launch.Shell.Origin.At; c.Form == parser.Shell && set != nil {
		f.Notes = append(f.Notes, p.Note(set.Span, "SHELL set here"))
	}
	return f
}
