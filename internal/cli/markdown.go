package cli

import (
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// The styles are ANSI escape codes.
const (
	bold  = "\x1b[1m"
	cyan  = "\x1b[36m"
	dim   = "\x1b[2m"
	plain = "\x1b[0m"
)

var (
	strong = lazyregexp.New(`\*\*([^*]+)\*\*`)
	code   = lazyregexp.New("`([^`]+)`")
	escape = lazyregexp.New("\x1b\\[[0-9]*m")
	item   = lazyregexp.New(`^(- |[0-9]+\. )`)
)

// pageColumns is as wide as prose is easy to read.
const pageColumns = 100

// styled renders Markdown for a terminal of so many columns, 0 for unknown:
// headings and strong words bold, code in color, the marks gone, paragraphs
// broken anew. What it does not know stays.
func styled(page string, columns int) string {
	if columns == 0 {
		columns = pageColumns
	}
	p := &styledPage{columns: min(columns, pageColumns), terminal: columns}
	for line := range strings.Lines(page) {
		p.line(strings.TrimSuffix(line, "\n"))
	}
	p.flush()
	return p.out.String()
}

type styledPage struct {
	out      strings.Builder
	columns  int // of prose
	terminal int // columns that tables may have
	fenced   bool
	prose    []string   // lines of the paragraph so far
	table    [][]string // rows so far
}

func (p *styledPage) line(line string) {
	heading := strings.TrimLeft(line, "#")
	switch {
	case strings.HasPrefix(line, "```"):
		p.flush()
		p.fenced = !p.fenced
		_, word, ok := strings.Cut(line, " ") // bad or good
		if !ok {
			return
		}
		line = dim + "    " + word + plain
	case p.fenced && line != "":
		line = "    " + cyan + line + plain
	case p.fenced:
	case heading != line && strings.HasPrefix(heading, " "):
		p.flush()
		line = bold + strings.TrimSpace(heading) + plain
	case strings.HasPrefix(line, "|"):
		p.row(line)
		return
	case line != "":
		if item.MatchString(line) {
			p.flush()
		}
		p.prose = append(p.prose, line)
		return
	default:
		p.flush()
	}
	p.out.WriteString(line + "\n")
}
