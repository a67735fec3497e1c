package script

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var missingShebang = &rules.Rule{
	Code:     "EP504",
	Name:     "missing-shebang",
	Summary:  "a script that no shell starts has no #! at its very beginning",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkMissingShebang,
}

func checkMissingShebang(p *rules.Pass) {
	for s := range once(p, byEngine) {
		if s.Interpreter != nil || s.File.Edited {
			continue
		}
		wrong, help := firstBytes(s.File.Text)
		if s.File.LineEnds && wrong == markFirst {
			continue // dos2unix takes it off
		}
		in, at := s.Line(1)
		p.Report(rules.Finding{
			In: in, At: at, Notes: s.StartedHere(),
			Message: fmt.Sprintf("`%s` %s, so Linux cannot start it: %s", rules.Clip(path.Base(s.Name())), wrong, unstartable(s)),
			Help:    help,
		})
	}
}

const (
	markFirst = "has a byte order mark in front of its `#!`"
	noShebang = "does not begin with `#!`"
)

// firstBytes tells what stands where #! should.
func firstBytes(text *parser.Source) (wrong, help string) {
	help = "Write `#!/bin/sh`, or the shell it is written for, into line 1"
	n := 0
	for line := range strings.Lines(string(text.Bytes)) {
		n++
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "\uFEFF#!"):
			return markFirst, "Save the file as UTF-8 without a byte order mark"
		case strings.HasPrefix(line, "#!/"), strings.HasPrefix(line, "#! /"):
			return fmt.Sprintf("has its `#!` in line %d, not at the very beginning", n), fmt.Sprintf("Let the file begin with `%s`", rules.Clip(line))
		case line != "" && line[0] != '#':
			return noShebang, help
		}
	}
	if len(bytes.TrimSpace(text.Bytes)) == 0 {
		return "is empty", "Write the script, with `#!/bin/sh` in line 1"
	}
	return noShebang, help
}
