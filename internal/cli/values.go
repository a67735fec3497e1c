package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/moby/buildkit/util/suggest"
)

// choice is the value of a flag that takes one of several words.
type choice struct {
	word  string
	words []string
	given bool // by a flag, not by default
}

// oneOf makes a choice; its first word is the default.
func oneOf(words ...string) choice { return choice{word: words[0], words: words} }

func (c *choice) String() string { return c.word }

// Set takes one of the words.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.words, word) {
		last := len(c.words) - 1
		err := errors.New("want " + strings.Join(c.words[:last], ", ") + " or " + c.words[last])
		return suggest.WrapError(err, word, c.words, true)
	}
	c.word, c.given = word, true
	return nil
}

// list is the value of a flag that takes words separated by commas and may be
// given more than once.
type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

// Set adds the words of one flag.
func (l *list) Set(text string) error {
	for word := range strings.SplitSeq(text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			*l = append(*l, word)
		}
	}
	return nil
}
