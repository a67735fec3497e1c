package reading

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
)

func (r refused) verb() string { return r.Instruction.Verb.Value }

// written is the verb as the file has it.
func (r refused) written() string { return r.file.Text(r.Instruction.Verb.Span) }

// head is the verb, or what is marked where there is no instruction.
func (r refused) head() parser.Span {
	if r.Instruction == nil {
		return r.Span
	}
	return r.Instruction.Verb.Span
}

// verbEnd is where the verb ends in the joined text; it may be broken over lines.
func (r refused) verbEnd() int {
	last, ok := r.Instruction.Logical.Offset(r.Instruction.Verb.Span.End - 1)
	if !ok {
		return len(r.Instruction.Logical.Text)
	}
	return last + 1
}

// find returns where a text stands behind the verb, else the verb.
func (r refused) find(text string) parser.Span {
	logical, verb := r.Instruction.Logical, r.verbEnd()
	if text == "" {
		return r.head()
	}
	if i := strings.Index(logical.Text[verb:], text); i >= 0 {
		return logical.Span(verb+i, verb+i+len(text))
	}
	return r.head()
}

var quote = lazyregexp.New(`['"]([^'"]+)['"]`)

// quotedIn is the flag, else the text, that BuildKit's words quote; without
// one the verb.
func (r refused) quotedIn(words string) parser.Span {
	m := quote.FindStringSubmatch(words)
	if m == nil || r.Instruction == nil {
		return r.head()
	}
	for _, f := range r.Instruction.Flags {
		if strings.Contains(f.Value, m[1]) {
			return f.Span
		}
	}
	return r.find(m[1])
}

// flag returns the last flag of a name, else the verb.
func (r refused) flag(name string) parser.Word {
	word := r.Instruction.Verb
	for _, f := range r.Instruction.Flags {
		if f.Value == name || strings.HasPrefix(f.Value, name+"=") {
			word = f
		}
	}
	return word
}

// words are what stands behind the verb, split at blanks.
func (r refused) words() []string {
	return strings.Fields(r.Instruction.Logical.Text[r.verbEnd():])
}

// arguments are the words without flags.
func (r refused) arguments() []string {
	words := r.words()
	for len(words) > 0 && strings.HasPrefix(words[0], "--") {
		words = words[1:]
	}
	return words
}

func (r refused) lastArgument() string {
	if words := r.words(); len(words) > 0 {
		return words[len(words)-1]
	}
	return ""
}

// quoted is the word that BuildKit's words quote as Go does.
func (r refused) quoted() string {
	word, _ := strconv.Unquote(r.match[1])
	return word
}

// notString is the first element of a JSON array that is not a string, else the
// verb.
func (r refused) notString() parser.Span {
	text := r.Instruction.Logical.Text
	start := strings.IndexByte(text, '[')
	array := json.NewDecoder(strings.NewReader(text[max(start, 0):]))
	for n := 0; start >= 0; n++ {
		before := start + int(array.InputOffset())
		token, err := array.Token()
		if err != nil {
			break
		}
		if _, ok := token.(string); !ok && n > 0 {
			end := start + int(array.InputOffset())
			before = end - len(strings.TrimLeft(text[before:end], " \t,"))
			return r.Instruction.Logical.Span(before, end)
		}
	}
	return r.head()
}

// above returns the instruction that ends in the line above, unless it is FROM.
func (r refused) above() *parser.Instruction {
	var last *parser.Instruction
	for _, inst := range r.file.Instructions {
		if inst == r.Instruction {
			break
		}
		last = inst
	}
	if last == nil || last.Verb.Value == "FROM" || last.Err != nil || r.file.LineAt(last.Span.End)+1 != r.file.LineAt(r.Span.Start) {
		return nil
	}
	return last
}

// count writes a number with its noun.
func count(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun
	case 1:
		return "one " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", and %d more", n)
}
