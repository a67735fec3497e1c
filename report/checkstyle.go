package report

import (
	"bufio"
	"encoding/xml"

	"github.com/entrylint/entrylint/rules"
)

// checkstyle writes the XML of Java's Checkstyle, which most CI servers read.
type checkstyle struct{ out *bufio.Writer }

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"` // readers take it for a class: package, name
}

func newCheckstyle(out *bufio.Writer) *checkstyle {
	out.WriteString(xml.Header + "<checkstyle version=\"4.3\">\n")
	return &checkstyle{out}
}

func (c *checkstyle) File(r *rules.Result) error {
	for rest := r.Findings; len(rest) > 0; {
		n := 1
		for n < len(rest) && rest[n].In == rest[0].In {
			n++
		}
		if err := c.file(rest[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return c.out.Flush()
}

func (c *checkstyle) Close() error {
	c.out.WriteString("</checkstyle>\n")
	return c.out.Flush()
}

// file writes findings that are all in one source.
func (c *checkstyle) file(findings []rules.Finding) error {
	file := checkstyleFile{Name: findings[0].In.Name}
	for i := range findings {
		f := &findings[i]
		at := f.In.Position(f.At.Start)
		file.Errors = append(file.Errors, checkstyleError{
			Line:     at.Line,
			Column:   at.Column,
			Severity: f.Severity.String(),
			Message:  paragraph(f),
			Source:   "entrylint." + f.Module.Name + "." + f.Rule.Code,
		})
	}
	text, err := xml.MarshalIndent(file, "  ", "  ")
	if err != nil {
		return err
	}
	c.out.Write(text)
	return c.out.WriteByte('\n')
}
