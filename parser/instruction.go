package parser

import (
	"strings"
	"unicode"

	"github.com/moby/buildkit/frontend/dockerfile/command"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
)

// reader pairs one instruction of BuildKit's tree with its text.
type reader struct {
	text   Logical
	escape byte
	node   *buildkit.Node
}

// read turns the part [at] of a joined text into an instruction, given what
// BuildKit made of it. A nil node stands for an instruction BuildKit refused.
func (inst *Instruction) read(text Logical, at Span, escape byte, node *buildkit.Node) {
	r := reader{text: text, escape: escape, node: node}
	at = trim(text.Text, at)
	verb, tail := cut(text.Text, at)
	inst.Span = text.Span(at.Start, at.End)
	inst.Verb = Word{strings.ToUpper(text.Text[verb.Start:verb.End]), text.Span(verb.Start, verb.End)}
	inst.Logical = text.Slice(at.Start, at.End)
	var found [4]Span
	flagSpans, rest := flags(found[:0], text.Text, tail, escape)
	if node == nil {
		r.refused(inst, flagSpans, rest)
		return
	}
	inst.Flags = r.flags(flagSpans)
	r.arguments(inst, rest)
	typed(inst, node)
}

// refused keeps verb and text of what BuildKit's parser did not accept.
func (r *reader) refused(inst *Instruction, flagSpans []Span, rest Span) {
	for _, at := range flagSpans {
		inst.Flags = append(inst.Flags, r.raw(at))
	}
	switch inst.Verb.Value {
	case "CMD", "ENTRYPOINT", "RUN", "SHELL":
		inst.Argv = r.command(rest, nil)
	case "HEALTHCHECK":
		_, tail := cut(r.text.Text, rest)
		inst.Argv = r.command(tail, nil)
	}
}

// typed lets BuildKit make its typed instruction of the node.
func typed(inst *Instruction, node *buildkit.Node) {
	node.PrevComment = nil // without a linter, ParseInstruction panics at a comment # check=…
	v, err := instructions.ParseInstruction(node)
	if err != nil {
		inst.Err = err
		return
	}
	switch c := v.(type) {
	case *instructions.Stage:
		inst.base = c
	case instructions.Command:
		inst.Cmd = c
	}
}

func (r *reader) arguments(inst *Instruction, rest Span) {
	text := r.text.Text
	var found [16]Span // most instructions have fewer words
	switch inst.Verb.Value {
	case "ENV", "LABEL":
		inst.Pairs = r.keyValues(rest)
	case "ARG":
		inst.Pairs = r.defaults(quoted(found[:0], text, rest, r.escape))
	case "FROM", "EXPOSE":
		inst.Words = r.words(fields(found[:0], text, rest), r.node.Next)
	case "ADD", "COPY", "VOLUME":
		inst.Words = r.words(r.listed(found[:0], rest), r.node.Next)
	case "RUN", "CMD", "ENTRYPOINT", "SHELL":
		inst.Argv = r.command(rest, r.node.Next)
	case "HEALTHCHECK":
		r.healthcheck(inst, rest)
	case "ONBUILD":
		r.onbuild(inst, rest)
	default:
		inst.Words = r.words(append(found[:0], rest), r.node.Next)
	}
}

// listed splits the paths of COPY, ADD and VOLUME.
func (r *reader) listed(found []Span, rest Span) []Span {
	if r.node.Attributes["json"] {
		return elements(found, r.text.Text, rest)
	}
	return fields(found, r.text.Text, rest)
}

// command reads a shell text or, where BuildKit accepted one, an array.
func (r *reader) command(at Span, values *buildkit.Node) *Command {
	c := &Command{Body: r.text.Slice(at.Start, at.End), Span: r.text.Span(at.Start, at.End)}
	if r.node != nil && r.node.Attributes["json"] {
		c.Form = Exec
		var found [16]Span
		c.Words = r.words(elements(found[:0], r.text.Text, at), values)
	}
	return c
}

func (r *reader) healthcheck(inst *Instruction, rest Span) {
	s := r.text.Text[rest.Start:rest.End]
	end := 0
	for end < len(s) && !unicode.IsSpace(rune(s[end])) {
		end++
	}
	next := end
	for next < len(s) && unicode.IsSpace(rune(s[next])) {
		next++
	}
	kind := r.node.Next
	if end == 0 || kind == nil {
		return
	}
	inst.Words = r.words([]Span{{rest.Start, rest.Start + end}}, kind)
	if strings.EqualFold(kind.Value, "CMD") {
		inst.Argv = r.command(Span{rest.Start + next, rest.End}, kind.Next)
	}
}

// onbuild reads the trigger. BuildKit refuses one that is ONBUILD itself, so
// what that would trigger is not read.
func (r *reader) onbuild(inst *Instruction, rest Span) {
	if r.node.Next == nil || len(r.node.Next.Children) == 0 {
		return
	}
	child := *r.node.Next.Children[0]
	if strings.EqualFold(child.Value, command.Onbuild) {
		child.Next = nil
	}
	child.Heredocs = r.node.Heredocs
	child.StartLine, child.EndLine = r.node.StartLine, r.node.EndLine
	inst.Trigger = &Instruction{}
	inst.Trigger.read(r.text, rest, r.escape, &child)
}

// keyValues reads ENV and LABEL: NAME=value words, or the old NAME value.
// BuildKit's values come as name, value, separator.
func (r *reader) keyValues(rest Span) []Pair {
	text, name := r.text.Text, r.node.Next
	var pairs []Pair
	if separator := after(name, 2); separator != nil && separator.Value == "" {
		key, value := cut(text, rest)
		return append(pairs, r.pair(key, value, name.Value, name.Next.Value))
	}
	var found [16]Span
	for _, at := range quoted(found[:0], text, rest, r.escape) {
		eq := strings.IndexByte(text[at.Start:at.End], '=')
		if eq < 0 || name == nil || name.Next == nil {
			break
		}
		eq += at.Start
		pairs = append(pairs, r.pair(Span{at.Start, eq}, Span{eq + 1, at.End}, name.Value, name.Next.Value))
		name = after(name, 3)
	}
	return pairs
}

// defaults reads ARG: NAME or NAME=default words.
func (r *reader) defaults(spans []Span) []Pair {
	var pairs []Pair
	for i, w := range r.words(spans, r.node.Next) {
		name, value, set := strings.Cut(w.Value, "=")
		if !set {
			pairs = append(pairs, Pair{Key: w})
			continue
		}
		eq := spans[i].Start + strings.IndexByte(r.text.Text[spans[i].Start:], '=')
		pairs = append(pairs, r.pair(Span{spans[i].Start, eq}, Span{eq + 1, spans[i].End}, name, value))
	}
	return pairs
}

func (r *reader) pair(key, value Span, name, v string) Pair {
	return Pair{
		Key:   Word{name, r.text.Span(key.Start, key.End)},
		Value: &Word{v, r.text.Span(value.Start, value.End)},
	}
}

// words pairs ranges with the values BuildKit read there, a list of nodes.
func (r *reader) words(spans []Span, values *buildkit.Node) []Word {
	words := make([]Word, 0, len(spans))
	for _, at := range spans {
		if values == nil {
			break
		}
		words = append(words, Word{values.Value, r.text.Span(at.Start, at.End)})
		values = values.Next
	}
	return words
}

// flags pairs them with the flags.
func (r *reader) flags(spans []Span) []Word {
	words := make([]Word, min(len(spans), len(r.node.Flags)))
	for i := range words {
		words[i] = Word{r.node.Flags[i], r.text.Span(spans[i].Start, spans[i].End)}
	}
	return words
}

// after is the node n places behind one, nil where there are not so many.
func after(node *buildkit.Node, n int) *buildkit.Node {
	for ; node != nil && n > 0; n-- {
		node = node.Next
	}
	return node
}

func (r *reader) raw(at Span) Word {
	return Word{r.text.Text[at.Start:at.End], r.text.Span(at.Start, at.End)}
}
