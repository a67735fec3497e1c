package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// tiniOptions are the letters that tini knows (tini.c, OPT_STRING). Those that
// show something end it, those with a value take the next word.
const (
	tiniValues = "pe"
	tiniPlain  = "vswg"
)

// isTini tells tini from the other init programs: dumb-init and catatonit stop
// at the first word that is no option, whatever the C library.
func isTini(argv0 string) bool {
	return slices.Contains([]string{"tini", "tini-static"}, path.Base(argv0))
}

// permutes reports whether the C library of the tini that an image has looks
// for options behind the first word that is none. That of GNU does, musl's does
// not; tini-static brings its own, which is not known on Alpine.
func permutes(l *launch.Launch, argv0 string) shell.Answer {
	switch l.Root().Config.Sh {
	case shell.Dash, shell.Bash:
		return shell.Yes
	case shell.Busybox:
		if path.Base(argv0) == "tini" {
			return shell.No
		}
	}
	if path.Base(argv0) == "tini" && usesApk(l) {
		return shell.No
	}
	return shell.NotKnown
}

var apkAdd = lazyregexp.New(`\bapk\b[^;&|]*\sadd\b`)

// usesApk reports whether an image that is not known has Alpine's packages.
func usesApk(l *launch.Launch) bool {
	return slices.ContainsFunc(append(l.Parents(), l), func(stage *launch.Launch) bool {
		return slices.ContainsFunc(stage.Stage.Instructions, func(inst *parser.Instruction) bool {
			return inst.Verb.Value == "RUN" && apkAdd.MatchString(inst.Logical.Text)
		})
	})
}

// taken is an option of the program that tini takes for its own.
type taken struct {
	word   string
	effect string
}

// takenByTini returns the program in a command line of tini without --, and the
// first option behind it that tini acts on, by the rules of getopt(3). The
// index is that of the program, or the length of the line.
func takenByTini(argv []string) (program int, option taken, separated bool) {
	program = len(argv)
	for i := 1; i < len(argv); i++ {
		word := argv[i]
		switch {
		case word == "--":
			return program, option, option.word == "" // in front of the program or behind it
		case len(word) < 2 || word[0] != '-':
			program = min(program, i)
		default:
			effect, value := tiniReads(word, append(argv, "")[i+1])
			if program < len(argv) && option.word == "" {
				option = taken{word, effect}
			}
			i += value
		}
	}
	return program, option, false
}

// tiniReads says what tini makes of a word with options, and how many words
// behind it are their values.
func tiniReads(word, next string) (effect string, values int) {
	for i, letter := range word[1:] {
		switch {
		case strings.ContainsRune(tiniValues, letter):
			if rest := word[i+2:]; rest != "" {
				return fmt.Sprintf("takes `%s` for its own option -%c with the value `%s`", word, letter, rest), 0
			}
			return fmt.Sprintf("takes `%s %s` for its own", word, next), 1
		case letter == 'h':
			return fmt.Sprintf("answers `%s` with its own help, and ends", word), 0
		case letter == 'l':
			return fmt.Sprintf("answers `%s` with the terms of its use, and ends", word), 0
		case !strings.ContainsRune(tiniPlain, letter):
			return fmt.Sprintf("ends at `%s`: `invalid option -- '%c'`", word, letter), 0
		}
	}
	return fmt.Sprintf("takes `%s` for its own, and the program never gets it", word), 0
}
