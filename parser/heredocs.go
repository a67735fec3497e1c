package parser

import (
	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

// HeredocWord is a word that begins a here-document, such as <<-EOF.
type HeredocWord struct {
	Word  string // as written
	Name  string // what ends the here-document
	Chomp bool   // <<-: tabs in front of the lines do not count
}

// HeredocWords finds them in a text as BuildKit does (frontend/dockerfile/
// parser, heredocsFromLine), whether its instruction has here-documents or not.
func HeredocWords(text string) []HeredocWord {
	lex := shell.NewLex('\\')
	lex.RawQuotes, lex.RawEscapes, lex.SkipUnsetEnv = true, true, true
	words, err := lex.ProcessWords(text, shell.EnvsFromSlice(nil))
	if err != nil {
		return nil
	}
	var all []HeredocWord
	for _, w := range words {
		if doc := buildkit.MustParseHeredoc(w); doc != nil {
			all = append(all, HeredocWord{Word: w, Name: doc.Name, Chomp: doc.Chomp})
		}
	}
	return all
}
