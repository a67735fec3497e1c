// Package getopt reads the options of a command line as getopt(3) and
// getopt_long(3) do.
package getopt

import "strings"

// Options are those that a program has.
type Options struct {
	Letters string   // as getopt has them: a colon behind those that take a value
	Long    []string // its long options, and = in front of the letter that does the same
}

// Option is one that a word of a command line gives.
type Option struct {
	Letter rune
	Known  bool
	Value  string
	Next   bool // the value is the next word
}

// Read reads the options in front of the command, whose index it returns.
func (g *Options) Read(argv []string) (given []Option, command int) {
	for i := 1; i < len(argv); i++ {
		if argv[i] == "--" {
			return given, i + 1
		}
		all := g.Word(argv[i])
		if len(all) == 0 {
			return given, i
		}
		if last := &all[len(all)-1]; last.Next && i+1 < len(argv) {
			i++
			last.Value = argv[i]
		}
		given = append(given, all...)
	}
	return given, len(argv)
}

// Word reads the options of one word, such as -sg; none for an operand.
func (g *Options) Word(word string) (all []Option) {
	if len(word) < 2 || word[0] != '-' {
		return nil
	}
	if name, ok := strings.CutPrefix(word, "--"); ok && len(g.Long) > 0 {
		return []Option{g.longOption(name)}
	}
	for i, letter := range word[1:] {
		o := g.option(letter)
		if o.Next {
			o.Value = word[1+i+len(string(letter)):]
			o.Next = o.Value == ""
			return append(all, o)
		}
		all = append(all, o)
	}
	return all
}

// longOption finds a long option by its name or a beginning of it that no other
// one has. No name of the programs here is the beginning of another.
func (g *Options) longOption(name string) Option {
	name, value, valued := strings.Cut(name, "=")
	var found Option
	for _, long := range g.Long {
		long, letter, _ := strings.Cut(long, "=")
		switch {
		case !strings.HasPrefix(long, name):
		case found.Known:
			return Option{}
		default:
			found = g.option([]rune(letter)[0])
		}
	}
	switch {
	case found.Next:
		found.Value, found.Next = value, !valued
	case valued:
		return Option{}
	}
	return found
}

func (g *Options) option(letter rune) Option {
	i := strings.IndexRune(g.Letters, letter)
	if i < 0 || letter == ':' {
		return Option{Letter: letter}
	}
	return Option{Letter: letter, Known: true, Next: strings.HasPrefix(g.Letters[i+1:], ":")}
}
