package engine

import (
	"regexp"
	"strings"
)

// errorText tells inline code that quotes an error from code that does not.
var errorText = regexp.MustCompile(`: (not found|no such file|.*executable file not found|[Pp]ermission denied|unknown )|^exec: |[Nn]o command specified|^ERROR`)

// Quotes returns what a rule's page says an engine, a shell or a builder
// answers: the lines of its text and console fences but for the commands typed,
// and inline code that reads like an error.
func Quotes(page string) []string {
	var quotes []string
	fence := ""
	for line := range strings.SplitSeq(page, "\n") {
		if info, ok := strings.CutPrefix(line, "```"); ok {
			if fence != "" {
				info = ""
			}
			fence = info
			continue
		}
		switch {
		case fence == "text" || fence == "console" && !strings.HasPrefix(line, "$ "):
			quotes = append(quotes, line)
		case fence == "":
			quotes = append(quotes, QuotedErrors(line)...)
		}
	}
	return quotes
}

// QuotedErrors returns the inline code of a line that reads like an error.
func QuotedErrors(line string) []string {
	var quotes []string
	for i, code := range strings.Split(line, "`") {
		if i%2 == 1 && errorText.MatchString(code) {
			quotes = append(quotes, code)
		}
	}
	return quotes
}
