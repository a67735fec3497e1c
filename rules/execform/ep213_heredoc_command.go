package execform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var heredocCommand = &rules.Rule{
	Code:     "EP213",
	Name:     "heredoc-command",
	Summary:  "CMD, ENTRYPOINT or HEALTHCHECK with a here-document, which only RUN, COPY and ADD have",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkHeredocCommand,
}

func checkHeredocCommand(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.Form == parser.Exec || !strings.Contains(c.Body.Text, "<<") {
			continue
		}
		for _, doc := range parser.HeredocWords(c.Body.Text) {
			if body := bodyOf(doc, p.File.Instructions, c); len(body) > 0 {
				p.Report(heredocFinding(p, c, doc, body))
			}
		}
	}
}

// bodyOf returns the lines up to the end of the here-document, which BuildKit
// takes for instructions; none where nothing ends it.
func bodyOf(doc parser.HeredocWord, all []*parser.Instruction, c *rules.Command) []*parser.Instruction {
	behind := all[slices.IndexFunc(all, func(inst *parser.Instruction) bool { return inst.Span.Start == c.Span().Start })+1:]
	end := slices.IndexFunc(behind, func(inst *parser.Instruction) bool { return inst.Logical.Text == doc.Name })
	return behind[:end+1]
}

// heredocFinding covers the lines as well: what is wrong with each of them is
// this one defect.
func heredocFinding(p *rules.Pass, c *rules.Command, doc parser.HeredocWord, body []*parser.Instruction) rules.Finding {
	i := strings.Index(c.Body.Text, doc.Word)
	at := c.Body.Span(i, i+len(doc.Word))
	at.End = body[len(body)-1].Span.End
	first := body[0].Verb.Span
	return rules.Finding{
		At: at,
		Message: fmt.Sprintf("%s has no here-documents, and the build stops: `unknown instruction: %s`",
			c.Verb(), rules.Clip(p.File.Text(first))),
		Notes: []rules.Note{p.Note(first, "this line is taken for an instruction")},
		Help: fmt.Sprintf("Put the text into a file with `COPY --chmod=755 <<%s /script.sh`, give it an interpreter line, and write %s",
			doc.Name, inExec(c, "/script.sh")),
	}
}
