package args

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var argNameAsWord = &rules.Rule{
	Code:     "EP402",
	Name:     "arg-name-as-word",
	Summary:  "exec-form word that is the name of an ARG: the program gets the name, not the value",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkArgNameAsWord,
}

func checkArgNameAsWord(p *rules.Pass) {
	s := scopesOf(p)
	if len(s.anywhere) == 0 {
		return
	}
	runs := runners(p)
	bare := sync.OnceValue(func() map[string]int { return bareWords(p.File) })
	for _, c := range p.Commands() {
		if c.OnBuild == nil && len(runs[c.Inst]) == 0 || dropped(c, c.Launch) {
			continue
		}
		text := c.ShellText()
		for i, w := range c.Words {
			v, ok := c.Launch.Arg(w.Value)
			if !ok || i == 0 || text != nil && (i <= text.Word || readsNothing(text.Text)) || hasOwnMeaning(c, v, bare) {
				continue
			}
			p.Report(rules.Finding{
				At:      w.Span,
				Message: nameMessage(v),
				Notes:   []rules.Note{s.note(v, inStage)},
				Help:    nameHelp(c, i, v),
			})
		}
	}
}

// hasOwnMeaning reports whether a word that is also the name of an ARG may well
// be meant as it stands: it names a variable the container has, a subcommand,
// or something that is called so elsewhere in the file.
func hasOwnMeaning(c *rules.Command, v launch.Var, bare func() map[string]int) bool {
	_, env := c.Launch.Env(v.Name)
	return env || v.Value.V == v.Name || subcommand.MatchString(v.Name) || slices.Contains(constants, v.Name) || bare()[v.Name] > 1
}

// bareWords counts the words of a file that have no $ in front, but for those
// of ARG.
func bareWords(f *parser.File) map[string]int {
	count := map[string]int{}
	for _, inst := range f.Instructions {
		text := inst.Logical.Text
		for at := 0; at < len(text) && inst.Verb.Value != "ARG"; {
			word := text[at : len(text)-len(strings.TrimLeftFunc(text[at:], inName))]
			if word != "" && !strings.HasSuffix(text[:at], "$") && !strings.HasSuffix(text[:at], "${") {
				count[word]++
			}
			at += max(len(word), 1)
		}
	}
	return count
}

func nameMessage(v launch.Var) string {
	value := "the value of ARG " + v.Name
	if v.Value.Known && v.Value.V != "" {
		value = fmt.Sprintf("`%s`, the value of ARG %s", rules.Clip(v.Value.V), v.Name)
	}
	return fmt.Sprintf("the program gets the word `%s`, not %s; `$%s` would not help either: exec form is not expanded, "+
		"and ARG exists during the build only", v.Name, value, v.Name)
}

// nameHelp names both ways out: a shell that passes the value, and a program
// that reads it.
func nameHelp(c *rules.Command, i int, v launch.Var) string {
	words := commandLine(c)
	read := "take the word out and read it in the program: " + environmentOf(words, v.Name)
	switch {
	case hasNoShell(c.Launch):
		return provide(v, inStage) + "; then " + read
	case c.ShellText() != nil:
		return fmt.Sprintf("%s; then write \"$%s\" in the text that the shell reads", provide(v, inStage), v.Name)
	}
	if i < len(words) {
		words[i] = "$" + v.Name
	}
	return fmt.Sprintf("%s; then let a shell pass the value: %s; or %s", provide(v, inStage), throughShell(c, c.Launch, words), read)
}
