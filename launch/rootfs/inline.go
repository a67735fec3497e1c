package rootfs

import (
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
)

// doc is a here-document of COPY or ADD.
type doc struct {
	data   string          // what is in the file
	unread bool            // a variable in it is not known
	at     *parser.Heredoc // where it stands; nil where that is not known
}

// docs reads the here-documents of an instruction. Of two of one name the last
// counts for both (BuildKit, parseSourcesAndDest).
func (i *Image) docs(step *Step, all []instructions.SourceContent) []source {
	found := make([]source, 0, len(all))
	for _, c := range all {
		d, known := &doc{data: c.Data}, true
		for n := range step.At.Heredocs {
			if step.Own && step.At.Heredocs[n].Name == c.Path {
				d.at = &step.At.Heredocs[n]
			}
		}
		if c.Expand {
			d.data, known = i.stage.ExpandText(c.Data, step.Vars)
		}
		if !known {
			d.data, d.unread = "", true
		}
		found = append(found, source{path: c.Path, known: true, doc: d})
	}
	return found
}

// text makes a source of the document.
func (d *doc) text(name string) text {
	binary := strings.IndexByte(d.data, 0) >= 0
	if binary || d.unread || len(d.data) > maxText {
		return text{binary: binary}
	}
	return text{source: parser.NewSource(name, []byte(d.data))}
}

// Place tells where a part of Text stands: in a file of the context as it is,
// of a here-document in the Dockerfile. There it is the whole line where
// variables were replaced, and the instruction where the line is not known.
func (f File) Place(at parser.Span) (*parser.Source, parser.Span) {
	if f.State != Inline || f.Text == nil || f.of == nil {
		return f.Text, at
	}
	if f.doc.at == nil {
		return f.of.Source, f.By.Span
	}
	start, ok := f.doc.place(f.Text, at.Start)
	end, okEnd := f.doc.place(f.Text, max(at.Start, at.End-1))
	switch {
	case !ok || !okEnd:
		line := f.Text.LineAt(at.Start)
		return f.of.Source, f.doc.line(line).span
	case at.Empty():
		return f.of.Source, parser.Span{Start: start, End: start}
	}
	return f.of.Source, parser.Span{Start: start, End: end + 1}
}

// place translates one offset.
func (d *doc) place(text *parser.Source, off int) (int, bool) {
	n := text.LineAt(off)
	here := text.Line(n)
	written := d.line(n)
	tabs := len(written.text) - here.End + here.Start
	if tabs < 0 || written.text[tabs:] != text.Text(here) || strings.Trim(written.text[:tabs], "\t") != "" {
		return 0, false
	}
	return written.span.Start + tabs + off - here.Start, true
}

type written struct {
	text string
	span parser.Span
}

// line returns a line of the document as it is written.
func (d *doc) line(n int) written {
	src := parser.NewSource("", []byte(d.at.Content))
	at := src.Line(n)
	return written{src.Text(at), parser.Span{Start: d.at.Span.Start + at.Start, End: d.at.Span.Start + at.End}}
}

// Replaced finds the first of the arguments of a script, such as $@, that the
// builder replaced in a here-document, by nothing: it does where the word behind
// << has no quotes. It is false for a file of the context, and where there is none.
func (f File) Replaced() (in *parser.Source, at parser.Span, ok bool) {
	if f.State != Inline || f.of == nil || f.doc.at == nil || f.doc.data == f.doc.at.Content {
		return nil, parser.Span{}, false
	}
	found := argument.FindStringIndex(f.doc.at.Content)
	if found == nil || argument.MatchString(f.doc.data) {
		return nil, parser.Span{}, false
	}
	start := f.doc.at.Span.Start
	return f.of.Source, parser.Span{Start: start + found[0], End: start + found[1]}, true
}

// argument matches what a shell replaces by the arguments of a script.
var argument = lazyregexp.New(`\$[@*1-9]|\$\{[@*1-9]\}`)
