package report

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/entrylint/entrylint/rules"
)

// checkstyle writes the XML of Java's Checkstyle, which most CI servers read.
type checkstyle struct{ out *bufio.Writer }

func newCheckstyle(out *bufio.Writer) *checkstyle {
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<checkstyle version="4.3">` + "\n")
	return &checkstyle{out}
}

func (c *checkstyle) File(r *rules.Result) error {
	for rest := r.Findings; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].In == rest[0].In {
			n++
		}
		c.file(rest[:n])
		rest = rest[n:]
	}
	return c.out.Flush()
}

func (c *checkstyle) Close() error {
	c.out.WriteString("</checkstyle>\n")
	return c.out.Flush()
}

// file writes findings that are all in one source. Readers take the source of an
// error for a class of Java: package, name.
func (c *checkstyle) file(findings []rules.Finding) {
	fmt.Fprintf(c.out, "  <file name=\"%s\">\n", escapeXML(findings[0].In.Name))
	for i := range findings {
		f := &findings[i]
		at := f.In.Position(f.At.Start)
		fmt.Fprintf(c.out, "    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"entrylint.%s.%s\"></error>\n",
			at.Line, at.Column, f.Severity, escapeXML(paragraph(f)), f.Module.Name, f.Rule.Code)
	}
	c.out.WriteString("  </file>\n")
}

// escapeXML makes the value of an attribute of a text. Package encoding/xml does
// the same, but makes tables at every start of the program, for a format that
// few ask for.
func escapeXML(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"', r == '\'', r == '\t', r == '\n', r == '\r':
			fmt.Fprintf(&b, "&#%d;", r)
		case r < ' ', r == 0xFFFE, r == 0xFFFF: // no XML, however it is written
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
