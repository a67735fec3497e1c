package shell

// Started is a command line as a shell starts it. The words in expands are
// written so, and not known.
func Started(argv, expands []string) Simple {
	var c Simple
	for _, word := range argv {
		w := Word{Src: word, Value: word, Literal: true}
		for _, e := range expands {
			if e == word {
				w.Value, w.Literal = "", false
			}
		}
		c.Words = append(c.Words, w)
	}
	return c
}
