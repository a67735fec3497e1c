package reading

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// commandHeredocs reports here-documents of CMD, ENTRYPOINT and HEALTHCHECK,
// which have none: BuildKit takes their lines for instructions. It also returns
// those lines, which need no finding of their own.
func commandHeredocs(p *rules.Pass) ([]rules.Finding, map[*parser.Instruction]bool) {
	var found []rules.Finding
	lines := map[*parser.Instruction]bool{}
	for i, inst := range p.File.Instructions {
		if inst.Argv == nil || !strings.Contains(inst.Logical.Text, "<<") || inst.Argv.Form == parser.Exec || inst.Verb.Value == "RUN" {
			continue
		}
		for _, doc := range heredocs(inst.Argv.Body.Text) {
			body := bodyOf(doc, p.File.Instructions[i+1:])
			if len(body) == 0 {
				continue
			}
			found = append(found, commandHeredoc(p, inst, doc, body[0]))
			for _, line := range body {
				lines[line] = true
			}
		}
	}
	return found, lines
}

// bodyOf returns the lines up to the end of the here-document; none where
// nothing ends it, or where BuildKit accepts them all.
func bodyOf(doc heredoc, behind []*parser.Instruction) []*parser.Instruction {
	end := slices.IndexFunc(behind, func(inst *parser.Instruction) bool { return inst.Logical.Text == doc.Name })
	return behind[:end+1]
}

func commandHeredoc(p *rules.Pass, inst *parser.Instruction, doc heredoc, first *parser.Instruction) rules.Finding {
	text := inst.Logical.Text
	i := strings.Index(text, doc.word)
	return rules.Finding{
		At: inst.Logical.Span(i, i+len(doc.word)),
		Message: fmt.Sprintf("%s has no here-documents, and the build stops: `unknown instruction: %s`",
			inst.Verb.Value, rules.Clip(p.File.Text(first.Verb.Span))),
		Notes: []rules.Note{p.Note(first.Verb.Span, "this line is taken for an instruction")},
		Help: fmt.Sprintf("Put the text into a file with `COPY <<%s /script.sh`, give it an interpreter line and the right to run, and name that in %s",
			doc.Name, inst.Verb.Value),
	}
}
