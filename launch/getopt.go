package launch

import "strings"

// getopt is how a program reads its options, as getopt(3) and getopt_long(3) do.
type getopt struct {
	letters string   // as getopt has them: a colon behind those that take a value
	long    []string // its long options, and = in front of the letter that does the same
}

// Option is one that a word of a command line gives.
type Option struct {
	Letter rune
	Known  bool
	Value  string
	Next   bool // the value is the next word
}

// read reads the options in front of the command, whose index it returns.
func (g *getopt) read(argv []string) (given []Option, command int) {
	for i := 1; i < len(argv); i++ {
		if argv[i] == "--" {
			return given, i + 1
		}
		all := g.word(argv[i])
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

// word reads the options of one word, such as -sg; none for an operand.
func (g *getopt) word(word string) (all []Option) {
	if len(word) < 2 || word[0] != '-' {
		return nil
	}
	if name, ok := strings.CutPrefix(word, "--"); ok && len(g.long) > 0 {
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
func (g *getopt) longOption(name string) Option {
	name, value, valued := strings.Cut(name, "=")
	var found Option
	for _, long := range g.long {
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

func (g *getopt) option(letter rune) Option {
	i := strings.IndexRune(g.letters, letter)
	if i < 0 || letter == ':' {
		return Option{Letter: letter}
	}
	return Option{Letter: letter, Known: true, Next: strings.HasPrefix(g.letters[i+1:], ":")}
}
