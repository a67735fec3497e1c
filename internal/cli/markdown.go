package cli

import (
	"regexp"
	"strings"
)

// The styles are ANSI escape codes.
const (
	bold  = "\x1b[1m"
	cyan  = "\x1b[36m"
	dim   = "\x1b[2m"
	plain = "\x1b[0m"
)

// styled renders Markdown for a terminal, line by line: headings and strong
// words bold, code in color, the marks gone. What it does not know stays.
func styled(page string) string {
	strong := regexp.MustCompile(`\*\*([^*]+)\*\*`)
	code := regexp.MustCompile("`([^`]+)`")
	var out strings.Builder
	fenced := false
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		heading := strings.TrimLeft(line, "#")
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
			if line = strings.TrimLeft(line, "`"); line != "" {
				line = dim + "    " + line + plain
			}
		case fenced && line != "":
			line = "    " + cyan + line + plain
		case heading != line && strings.HasPrefix(heading, " "):
			line = bold + strings.TrimSpace(heading) + plain
		default:
			line = strong.ReplaceAllString(line, bold+"$1"+plain)
			line = code.ReplaceAllString(line, cyan+"$1"+plain)
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}
