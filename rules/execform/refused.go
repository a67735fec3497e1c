package execform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// refuser is a program that splits no word among its own options, in front of what
// it runs: it stops with an error, or takes the rest for a value.
type refuser struct {
	names *lazyregexp.Regexp
	word  *lazyregexp.Regexp
}

// refusers and the words they refuse, measured with OpenJDK 17 (Unrecognized VM
// option), Node.js 20 (bad option) and Python 3.11 (No module named ' x'). A value
// of -D may have blanks, and options of other programs in it.
var refusers = []refuser{
	{lazyregexp.New(`^java$`), lazyregexp.New(`^-(X[^ \t]+|D[^ \t=]+(=[^ \t-][^ \t]*)?|server|ea)([ \t]+-(X[^ \t]+|D[^ \t]+|server|ea))*([ \t]+-(X[^ \t]+|D[^ \t]+|server|ea|jar([ \t].*)?))$`)},
	{lazyregexp.New(`^node(js)?$`), lazyregexp.New(`^--?[a-z-]+(=[^ \t]+)?[ \t]+([^ \t]+\.[cm]?[jt]s|--?[a-z-]+(=[^ \t]+)?)([ \t].*)?$`)},
	{lazyregexp.New(`^(python|pypy)[0-9.]*$`), lazyregexp.New(`^-m[ \t]+[A-Za-z_][A-Za-z0-9_.]*([ \t].*)?$`)},
}

// refusesBlank reports whether a program refuses the word: it, and nothing but
// options of one word, stand in front.
func refusesBlank(argv []string, at int) bool {
	name := ownOption(argv, at)
	return slices.ContainsFunc(refusers, func(r refuser) bool {
		return r.names.MatchString(name) && r.word.MatchString(argv[at])
	})
}

// ownOption names the program in front of a word, where nothing but options
// without a blank stands between.
func ownOption(argv []string, at int) string {
	i := at - 1
	for i > 0 && strings.HasPrefix(argv[i], "-") && !strings.ContainsAny(argv[i], " \t") {
		i--
	}
	if i < 0 {
		return ""
	}
	return path.Base(argv[i])
}

var textInOption = lazyregexp.New(`^(-[a-z]*c)[ \t]+(.+)$`)

// shellRefuses reports whether a shell that the words start is given -c and its
// text as one word: sh, Illegal option; bash, invalid option.
func shellRefuses(l *launch.Launch, to passed, i int) bool {
	at := to.first + i
	direct := at == 1 || to.starts && to.prog.word == i-1
	if !direct || at < 1 || !textInOption.MatchString(to.argv[at]) {
		return false
	}
	_, ok := l.ShellCommand([]string{to.argv[at-1], "-c", "text"})
	return ok
}

func hasBlankBehindOption(w parser.Word) bool {
	return strings.HasPrefix(w.Value, "-") && strings.ContainsAny(w.Value, " \t")
}

// splitText takes the option of a shell and its text apart.
func splitText(word string) []string {
	m := textInOption.FindStringSubmatch(word)
	text := m[2]
	if inner, ok := quotedText(text); ok {
		text = inner
	}
	return []string{m[1], shell.WithExec(text)}
}
