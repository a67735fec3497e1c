package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/entrylint/entrylint/report/excerpt"
)

// help writes the command's help: flags by category, in the order they are
// declared in, those without a category last.
func (c *command) help(w io.Writer) error {
	var categories []string
	lines := map[string][]helpLine{}
	width := 0
	for _, flag := range c.flags {
		category := flag.(cli.CategorizableFlag).GetCategory()
		if lines[category] == nil && category != "" {
			categories = append(categories, category)
		}
		line := newHelpLine(flag)
		lines[category] = append(lines[category], line)
		width = max(width, len(line.flag))
	}
	var text strings.Builder
	text.WriteString(c.intro)
	for _, category := range append(categories, "") {
		text.WriteByte('\n')
		if category != "" {
			text.WriteString(category + ":\n")
		}
		for _, line := range lines[category] {
			line.write(&text, width)
		}
	}
	text.WriteString(c.outro)
	_, err := io.WriteString(w, text.String())
	return err
}

type helpLine struct{ flag, usage string }

// helpColumns is how wide a terminal is at least.
const helpColumns = 80

// write sets the usage behind flags of so many columns, and goes on below it;
// a default is kept in one piece.
func (l helpLine) write(text *strings.Builder, width int) {
	flag, usage, room := l.flag, l.usage, helpColumns-width-4
	if len(usage) > room {
		usage = strings.Replace(usage, " (default: ", "\n(default: ", 1)
	}
	for _, usage := range excerpt.Wrap(usage, room) {
		fmt.Fprintf(text, "  %-*s  %s\n", width, flag, usage)
		flag = ""
	}
}

// newHelpLine has the library spell out a flag. Of a usage such as
// "FORMAT: text or json" it drops the name of the value, which stands behind
// the flag already.
func newHelpLine(flag cli.Flag) helpLine {
	spelling, usage, _ := strings.Cut(flag.String(), "\t")
	_, value, _ := strings.Cut(spelling, " ")
	return helpLine{spelling, strings.TrimPrefix(usage, value+": ")}
}
