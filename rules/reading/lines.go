package reading

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// lineRefusals are about lines that cannot stand where they stand.
var lineRefusals = []refusal{
	{
		words: `^unknown instruction: `,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is no instruction", rules.Clip(r.written())) },
		where: refused.head,
		help:  helpUnknownVerb,
	},
	{
		words: `^no build stage in current context$`,
		what:  func(r refused) string { return r.verb() + " stands before the first FROM" },
		where: refused.head,
		help:  func(refused) string { return "Begin with `FROM image`; only ARG may stand before it" },
	},
	{
		words: `^FROM requires either one or three arguments$`,
		what:  whatFrom,
		where: atSurplus,
		help:  helpFrom,
	},
	{
		words: `^invalid name for build stage: "(.*)", name can't`,
		what:  func(r refused) string { return fmt.Sprintf("`%s` is no name for a stage", r.match[1]) },
		where: func(r refused) parser.Span { return r.word(2) },
		help: func(refused) string {
			return "Begin the name with a letter from a to z, and go on with letters, digits, `-`, `_` and `.`"
		},
	},
	{
		words: `^Chaining ONBUILD|^(?:FROM|MAINTAINER) isn't allowed as an ONBUILD trigger$`,
		what:  func(refused) string { return "" },
		where: func(r refused) parser.Span { return r.word(0) },
		help:  func(refused) string { return "Behind ONBUILD stands any instruction but FROM, MAINTAINER and ONBUILD" },
	},
}

func whatFrom(r refused) string {
	words := r.arguments()
	if len(words) == 3 && comment(words) < 0 {
		return fmt.Sprintf("FROM has `%s` where AS would have to stand", rules.Clip(words[1]))
	}
	return fmt.Sprintf("FROM has %s behind it", count(len(words), "word"))
}

// word is where the i-th word behind the verb stands, or the verb where a quote
// that is never closed has swallowed the words.
func (r refused) word(i int) parser.Span {
	switch words := r.arguments(); {
	case i < len(r.Instruction.Words):
		return r.Instruction.Words[i].Span
	case i < len(words):
		return r.find(words[i])
	}
	return r.head()
}

// comment returns the index of the word that begins a comment, or -1.
func comment(words []string) int {
	return slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") })
}

// atSurplus is the word of FROM that is one too many.
func atSurplus(r refused) parser.Span {
	words := r.arguments()
	switch i := comment(words); {
	case i > 0:
		return r.find(words[i])
	case len(words) > 3 && strings.EqualFold(words[1], "AS"):
		return r.word(3)
	case len(words) > 1:
		return r.word(1)
	}
	return r.head()
}

func helpFrom(r refused) string {
	words := r.arguments()
	if i := comment(words); i > 0 {
		return fmt.Sprintf("A comment needs a line of its own: put `%s` above `FROM %s`",
			rules.Clip(strings.Join(words[i:], " ")), strings.Join(words[:i], " "))
	}
	if len(words) == 2 {
		if strings.EqualFold(words[1], "AS") {
			return fmt.Sprintf("Write `FROM %s AS name` to name the stage, or leave out `%s`", words[0], words[1])
		}
		return fmt.Sprintf("Write `FROM %s AS %s` to name the stage", words[0], words[1])
	}
	return "Write `FROM image`, or `FROM image AS name`"
}
