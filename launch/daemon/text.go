package daemon

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// keepsInFront finds what keeps nginx in front in a piece of its configuration, or
// may: another file. A name that it does not know keeps it from starting.
var keepsInFront = lazyregexp.New(`\bdaemon\s+off\b|\binclude\b|` + misspelled)

// misspelled are names that people write for daemon.
const misspelled = `(?:^|[;\s])((?:deamons?|demons?|dameons?|damons?|daemons|daemon[:=])[^;\s]*)`

var misspelledName = lazyregexp.New(misspelled)

// Misspelled is a name in a piece of nginx's configuration that is meant to be
// daemon, "" where there is none.
func Misspelled(text string) string {
	if m := misspelledName.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// texts are the values of the option that brings a piece of the configuration.
func (d *Daemon) texts(args []string) (all []string) {
	for i, arg := range args {
		if d.Text == "" || !strings.HasPrefix(arg, d.Text) {
			continue
		}
		if arg != d.Text {
			all = append(all, strings.TrimPrefix(arg, d.Text))
		} else if i+1 < len(args) {
			all = append(all, args[i+1])
		}
	}
	return all
}

// WithoutTexts takes the pieces of configuration off the arguments.
func (d *Daemon) WithoutTexts(args []string) []string {
	texts := d.texts(args)
	if len(texts) == 0 {
		return args
	}
	return slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return slices.Contains(texts, strings.TrimPrefix(arg, d.Text)) })
}

// Kept is the command line with what keeps the program in front. Of several pieces
// of configuration nginx reads the last.
func (w Way) Kept(argv []string) []string {
	kept := slices.Clone(argv)
	if w.Word != "" && (len(w.Drop) > 0 || w.Word[0] == '-') {
		kept = slices.Clone(w.Rest)
	}
	kept = slices.DeleteFunc(kept, func(word string) bool { return slices.Contains(w.Drop, word) })
	if i := slices.Index(kept, w.Text); w.Text != "" && i > 0 && i+1 < len(kept) {
		kept[i+1] = Ended(kept[i+1]) + " " + w.Add[1]
		return kept
	}
	return append(kept, w.Add...)
}

// Ended is a piece of nginx's configuration with what has to stand at its end.
func Ended(text string) string {
	text = strings.TrimSpace(text)
	if strings.HasSuffix(text, ";") || strings.HasSuffix(text, "}") {
		return text
	}
	return text + ";"
}
