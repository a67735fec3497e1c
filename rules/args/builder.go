package args

import (
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/parser"
)

// The builder expands these words, flags and pairs (BuildKit,
// instructions/commands.go, the Expand methods). In RUN, CMD, ENTRYPOINT,
// HEALTHCHECK and SHELL it leaves the command alone.
const expandedWords wordset.Set = "ADD COPY EXPOSE STOPSIGNAL USER VOLUME WORKDIR"

func expandedFlags(verb string) []string {
	switch verb {
	case "ADD":
		return []string{"--chown=", "--chmod=", "--checksum="}
	case "COPY":
		return []string{"--chown=", "--chmod="}
	case "RUN":
		return []string{"--mount="}
	}
	return nil
}

// use is a place where the builder expands a variable.
type use struct {
	expansion
	Src   string // as written
	At    parser.Span
	Whole string // what an instruction misses where the variable is the whole of it: "COPY source", "USER"
}

// builderUses lists the variables the builder expands in an instruction.
func builderUses(inst *parser.Instruction, escape byte) []use {
	if inst.Err != nil || !strings.Contains(inst.Logical.Text, "$") && len(inst.Heredocs) == 0 {
		return nil
	}
	r := builderReader{inst: inst, escape: escape}
	verb := inst.Verb.Value
	for _, w := range inst.Flags {
		if slices.ContainsFunc(expandedFlags(verb), func(f string) bool { return strings.HasPrefix(w.Value, f) }) {
			r.word(w, "")
		}
	}
	if expandedWords.Has(verb) {
		for i, w := range inst.Words {
			r.word(w, role(verb, i, len(inst.Words)))
		}
	}
	for _, pair := range inst.Pairs {
		if verb != "ARG" {
			r.word(pair.Key, "")
		}
		if pair.Value != nil {
			r.word(*pair.Value, "")
		}
	}
	r.heredocs()
	return r.uses
}

type builderReader struct {
	inst   *parser.Instruction
	escape byte
	uses   []use
}

// word reads a word as BuildKit does, quotes and escapes included. Where its
// value is not what stands in the file, a use is the whole word.
func (r *builderReader) word(w parser.Word, role string) {
	from, ok := r.inst.Logical.Offset(w.Span.Start)
	to, ok2 := r.inst.Logical.Offset(w.Span.End - 1)
	if !ok || !ok2 {
		return
	}
	raw := r.inst.Logical.Text[from : to+1]
	for _, x := range expansions(w.Value, r.escape, true) {
		u := use{expansion: x, Src: w.Value[x.Start:x.End], At: w.Span}
		if u.Src == w.Value {
			u.Whole = role
		}
		if i := strings.Index(raw, w.Value); i >= 0 {
			u.At = r.inst.Logical.Span(from+i+x.Start, from+i+x.End)
		}
		r.uses = append(r.uses, u)
	}
}

// heredocs reads the files that COPY and ADD hold; one whose word is quoted is
// not expanded.
func (r *builderReader) heredocs() {
	expanded := map[string]bool{}
	var files []instructions.SourceContent
	switch c := r.inst.Cmd.(type) {
	case *instructions.CopyCommand:
		files = c.SourceContents
	case *instructions.AddCommand:
		files = c.SourceContents
	}
	for _, f := range files {
		expanded[f.Path] = f.Expand
	}
	for _, doc := range r.inst.Heredocs {
		if !expanded[doc.Name] {
			continue
		}
		for _, x := range expansions(doc.Content, '\\', false) {
			at := parser.Span{Start: doc.Span.Start + x.Start, End: doc.Span.Start + x.End}
			r.uses = append(r.uses, use{expansion: x, Src: doc.Content[x.Start:x.End], At: at})
		}
	}
}
