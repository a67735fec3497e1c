package shellform

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/shell"
)

// dialect says what shells other than bash make of a [shell.Bashism].
type dialect struct {
	form    string // of the bashism
	dash    string // the error, %s standing for the word it names; "" where dash knows it
	busybox string // the same
	instead string // what every shell knows, "" for nothing short
}

// dialects by form, measured with dash 0.5.11 and 0.5.12 (Debian 11 to 13), and
// with busybox 1.35 and 1.38; what only one of these lacks is left out.
var dialects = []dialect{
	{"[[", "[[: not found", "", "[ … ]"},
	{"[ a == b ]", "unexpected operator", "", "[ a = b ]"},
	{"((…))", runsInside, runsInside, "[ $((…)) -ne 0 ]"},
	{"$((a++))", "arithmetic expression: expecting primary", "", "$((a + 1))"},
	{"$((a**b))", "arithmetic expression: expecting primary", "", ""},
	{"let", notFound, "", "a=$((…))"},
	{"a=(…)", `Syntax error: "(" unexpected`, `syntax error: unexpected "("`, ""},
	{"a[i]=b", notFound, notFound, ""},
	{"a+=b", notFound, notFound, "a=${a}b"},
	{"${a[i]}", badDash, badBusybox, ""},
	{"${!a}", badDash, badBusybox, ""},
	{"${a^^}", badDash, badBusybox, ""},
	{"${a@Q}", badDash, badBusybox, ""},
	{"${a/b/c}", badDash, "", ""},
	{"${a:b:c}", badDash, "", ""},
	{"<(…)", `Syntax error: "(" unexpected`, "", ""},
	{"@(…)", `Syntax error: "(" unexpected`, `syntax error: unexpected "("`, ""},
	{"<<<", "Syntax error: redirection unexpected", "", "printf '%s\\n' … |"},
	{"&>", endsAtAmpersand, "", ">… 2>&1"},
	{"&>>", endsAtAmpersand, "syntax error: unexpected redirection", ">>… 2>&1"},
	{"|&", `Syntax error: "&" unexpected`, `syntax error: unexpected "&"`, "2>&1 |"},
	{";&", `Syntax error: "&" unexpected`, `syntax error: unexpected "&"`, ""},
	{"for ((…))", "Syntax error: Bad for loop variable", "syntax error: bad for loop variable", ""},
	{"select", `Syntax error: "do" unexpected`, `syntax error: unexpected "do"`, ""},
	{"function", `Syntax error: "%s" unexpected`, "", "name() { …; }"},
	{"source", notFound, "", "."},
	{"declare", notFound, notFound, ""},
	{"typeset", notFound, notFound, ""},
	{"exec -a", "exec: %s: not found", "", ""},
	{"export -f", "export: Illegal option %s", "export: line 0: illegal option %s", ""},
	{"local -a", badName, "local: line 0: %s: bad variable name", ""},
	{"local -A", badName, "local: line 0: %s: bad variable name", ""},
	{"local -i", badName, "local: line 0: %s: bad variable name", ""},
	{"wait -n", "wait: Illegal option %s", "", ""},
	{"printf -v", "printf: Illegal option %s", "", "a=$(printf …)"},
	{"set -o pipefail", "set: Illegal option -o %s", "", ""},
	{"read -a", "read: Illegal option %s", "read: line 0: illegal option %s", ""},
	{"read -d", "read: Illegal option %s", "", ""},
	{"read -n", "read: Illegal option %s", "", ""},
	{"read -N", "read: Illegal option %s", "", ""},
	{"read -s", "read: Illegal option %s", "", ""},
	{"read -t", "read: Illegal option %s", "", ""},
}

const (
	notFound        = "%s: not found"
	badName         = "local: %s: bad variable name"
	badDash         = "Bad substitution"
	badBusybox      = "syntax error: bad substitution"
	runsInside      = "it runs what stands inside as a command"
	endsAtAmpersand = "it ends the command at the &, which puts it into the background"
)

// builtinsOfBash are not listed one by one: neither shell has them.
var builtinsOfBash = dialect{dash: notFound, busybox: notFound}

// dialectOf finds the row of a form.
func dialectOf(form string) dialect {
	if i := slices.IndexFunc(dialects, func(d dialect) bool { return d.form == form }); i >= 0 {
		return dialects[i]
	}
	if strings.Contains(form, " ") {
		return dialect{}
	}
	return builtinsOfBash
}

// oldDash are images whose dash does not know pipefail yet: measured, Debian 13
// knows it, Debian 12 and 11 do not. Where a tag tells no release it is not
// known.
var oldDash = lazyregexp.New(`^(docker\.io/)?(library/)?(debian:(8|9|10|11|12)|ubuntu:(14|16|18|20|22)\.)|[:-](jessie|stretch|buster|bullseye|bookworm|trusty|xenial|bionic|focal|jammy)\b`)

// answerOf is what a shell makes of a bashism, "" where it knows it or where
// that is not known.
func answerOf(kind shell.Kind, image string, b shell.Bashism) string {
	d := dialectOf(b.Form)
	answer := ""
	switch kind {
	case shell.Dash:
		answer = d.dash
	case shell.Busybox:
		answer = d.busybox
	}
	if b.Form == "set -o pipefail" && !oldDash.MatchString(image) {
		return ""
	}
	return strings.ReplaceAll(answer, "%s", b.Word)
}
