package intent

import (
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// commandLine is a resolved ENTRYPOINT or CMD.
type commandLine = launch.Value[[]string]

// inForce reports whether v is certain to have words. Which shell reads a
// shell form may be unknown; that it has words is not.
func inForce(v commandLine) bool {
	return len(v.V) > 0 && (v.Known || v.Origin.ShellForm())
}

// wanted are the words that v's author wants to run: of a shell form that
// needs no shell, the words of its text.
func wanted(v commandLine) []string {
	if v.Origin.ShellForm() {
		if plain, ok := shell.Parse(source(v)).Plain(); ok {
			return plain
		}
	}
	return v.V
}

// blank reports whether v has no word but empty ones, as [""] has.
func blank(v commandLine) bool { return source(v) == "" || strings.Join(wanted(v), "") == "" }

// shown is v as its author wrote it.
func shown(v commandLine) string { return rules.Clip(source(v)) }

func source(v commandLine) string {
	if v.Origin.ShellForm() {
		return v.Origin.At.Argv.Body.Text
	}
	return rules.ExecForm(v.V)
}

// place is where v is set, ONBUILD included; false where an image sets it.
func place(v commandLine) (parser.Span, bool) {
	switch o := v.Origin; {
	case o.OnBuild != nil:
		return o.OnBuild.Span, true
	case o.At != nil:
		return o.At.Span, true
	}
	return parser.Span{}, false
}

// setBy is the note that says where v comes from.
func setBy(p *rules.Pass, verb string, v commandLine) rules.Note {
	at, ok := place(v)
	switch {
	case !ok:
		return rules.Fact("%s sets %s `%s`", v.Origin.Image, verb, shown(v))
	case v.Origin.OnBuild != nil:
		return p.Note(at, "ONBUILD sets %s `%s` in the stages built on this one", verb, shown(v))
	}
	return p.Note(at, "%s `%s` is set here", verb, shown(v))
}

// spoken is a command line in a message.
func spoken(words []string) string { return rules.Clip(quoted(words)) }

// quoted joins words the way they are typed into a shell.
func quoted(words []string) string {
	typed := make([]string, len(words))
	for i, w := range words {
		typed[i] = w
		if w == "" || strings.ContainsAny(w, " \t\n\"'\\$&|;<>()*?[]#~`") {
			typed[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(typed, " ")
}
