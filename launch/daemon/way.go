package daemon

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/getopt"
)

// Way is how a command line puts its program into the background.
type Way struct {
	*Daemon
	Word string   // what of it does, with its value; "" where the program does it by itself
	At   int      // where that stands
	Rest []string // the command line without it
}

// goesBack finds what among the arguments puts the program into the background.
func (d *Daemon) goesBack(args []string) (Way, bool) {
	for _, words := range d.Back {
		find := d.words
		if d.Letter != "" && len(words) == 2 {
			find = d.letter
		}
		if way, ok := find(args, strings.Fields(words)); ok {
			return way, true
		}
	}
	return Way{}, len(d.Back) == 0
}

// words finds a sequence of words, or an option with its value.
func (d *Daemon) words(args, words []string) (Way, bool) {
	for i := range args {
		n := len(words)
		switch {
		case d.Value && strings.HasPrefix(args[i], words[0]+"=") && strings.HasPrefix(words[0], "--"):
		case i+n > len(args) || !slices.Equal(args[i:i+n], words):
			continue
		case d.Value && i+n < len(args):
			n++
		}
		return Way{Word: strings.Join(args[i:i+n], " "), At: i, Rest: slices.Concat(args[:i], args[i+n:])}, true
	}
	return Way{}, false
}

// letter finds an option alone or among others in one word, as in -dm 64.
func (d *Daemon) letter(args, option []string) (Way, bool) {
	options := getopt.Options{Letters: d.Letter}
	for i := 0; i < len(args); i++ {
		if strings.HasPrefix(args[i], "--") {
			continue
		}
		given := options.Word(args[i])
		for n, o := range given {
			if o.Known && "-"+string(o.Letter) == option[0] {
				rest := []string{args[i][:1+n] + args[i][2+n:]} // no letter in front has a value
				if rest[0] == "-" {
					rest = nil
				}
				return Way{Word: option[0], At: i, Rest: slices.Concat(args[:i], rest, args[i+1:])}, true
			}
			if o.Next {
				i++
			}
		}
	}
	return Way{}, false
}
