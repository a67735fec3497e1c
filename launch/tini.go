package launch

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch/getopt"
	"github.com/entrylint/entrylint/launch/shell"
)

// IsTini tells tini from the other init programs.
func IsTini(argv0 string) bool {
	return slices.Contains([]string{"tini", "tini-static"}, path.Base(argv0))
}

// Permutes reports whether the C library of the tini that an image has looks
// for options behind the first word that is none. That of GNU does, musl's does
// not; tini-static brings its own, which is not known on Alpine.
func (l *Launch) Permutes(argv0 string) shell.Answer {
	switch l.Root().Config.Sh {
	case shell.Dash, shell.Bash:
		return shell.Yes
	case shell.Busybox:
		if path.Base(argv0) == "tini" {
			return shell.No
		}
	}
	if path.Base(argv0) == "tini" && l.usesApk() {
		return shell.No
	}
	return shell.NotKnown
}

var apkAdd = lazyregexp.New(`\bapk\b[^;&|]*\sadd\b`)

// usesApk reports whether an image that is not known has Alpine's packages.
func (l *Launch) usesApk() bool {
	return l.someRun(apkAdd.MatchString)
}

// Taken is an option of the program that tini takes for its own.
type Taken struct {
	Word   string // "" for none
	Effect string // what tini does then, behind its name
	Ends   bool   // it starts nothing
}

// TakenByTini returns the program in a command line of tini without --, and the
// first option behind it that tini acts on, by the rules of getopt(3). The
// index is that of the program, or the length of the line.
func TakenByTini(argv []string) (program int, option Taken, separated bool) {
	program = len(argv)
	for i := 1; i < len(argv); i++ {
		word := argv[i]
		if word == "--" {
			return program, option, option.Word == "" // in front of the program or behind it
		}
		all := tiniOptions.Word(word)
		if len(all) == 0 {
			program = min(program, i)
			continue
		}
		last := &all[len(all)-1]
		if last.Next {
			i++
			last.Value = append(argv, "")[i]
		}
		if program < len(argv) && option.Word == "" {
			option = Taken{Word: word}
			option.Effect, option.Ends = tiniEffect(word, all)
		}
	}
	return program, option, false
}

// tiniEffect says what tini makes of a word behind the program, and whether it
// ends then.
func tiniEffect(word string, options []getopt.Option) (effect string, ends bool) {
	for _, o := range options {
		switch {
		case !o.Known:
			return fmt.Sprintf("ends at `%s`: `invalid option -- '%c'`", word, o.Letter), true
		case o.Letter == 'h':
			return fmt.Sprintf("answers `%s` with its own help, and ends", word), true
		case o.Letter == 'l':
			return fmt.Sprintf("answers `%s` with the terms of its use, and ends", word), true
		case o.Next && o.Value == "":
			return fmt.Sprintf("ends at `%s`: `option requires an argument -- '%c'`", word, o.Letter), true
		case !tiniTakes(o):
			return fmt.Sprintf("ends at `%s`: %s", withValue(word, o), refused(o)), true
		case o.Next:
			return fmt.Sprintf("takes `%s` for its own", withValue(word, o)), false
		case o.Value != "":
			return fmt.Sprintf("takes `%s` for its own option -%c with the value `%s`", word, o.Letter, o.Value), false
		}
	}
	return fmt.Sprintf("takes `%s` for its own, and the program never gets it", word), false
}

// withValue is a word with the value of its last option.
func withValue(word string, o getopt.Option) string {
	if o.Next {
		return word + " " + o.Value
	}
	return word
}

// refused is what tini says about a value that it does not take.
func refused(o getopt.Option) string {
	return fmt.Sprintf("`Not a valid option for -%c: %s`", o.Letter, o.Value)
}

// tiniTakes reports whether tini takes the value of an option: -p wants the name of a
// signal, -e an exit status.
func tiniTakes(o getopt.Option) bool {
	switch o.Letter {
	case 'p':
		return strings.HasPrefix(o.Value, "SIG")
	case 'e':
		n, err := strconv.Atoi(o.Value)
		return err == nil && n >= 0 && n <= 255
	}
	return true
}
