package execform

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// isName reports whether a word with blanks looks like the name of a program:
// a path of Windows, or one whose later words are capitalised and neither
// options nor files, such as /usr/lib/plexmediaserver/Plex Media Server.
func isName(word string) bool {
	if strings.Contains(word, `:\`) {
		return true
	}
	fields := strings.Split(word, " ")
	return strings.Contains(fields[0], "/") && !slices.ContainsFunc(fields[1:], func(field string) bool {
		return field == "" || !unicode.IsUpper(rune(field[0])) || strings.ContainsAny(field, "./=:")
	})
}

// isInstalled reports whether an instruction of the image writes the word, or a
// folder of it that has a blank, as one path: in quotes, or with its blanks
// escaped.
func isInstalled(c *rules.Command, word string) bool {
	var forms []string
	for p := word; strings.Contains(p, " "); p = path.Dir(p) {
		for _, form := range []string{p, p + "/"} {
			forms = append(forms, `"`+form+`"`, "'"+form+"'", strings.ReplaceAll(form, " ", `\ `))
		}
	}
	mentions := func(inst *parser.Instruction) bool {
		switch inst.Verb.Value {
		case "RUN", "COPY", "ADD", "WORKDIR":
			return slices.ContainsFunc(forms, func(form string) bool { return strings.Contains(inst.Logical.Text, form) })
		}
		return false
	}
	return written(c.Launch, mentions)
}

// mayBeMade reports whether the word looks like a path with a blank in one of its
// folders, such as /opt/some tool/bin/tool, and a RUN may put a program there: one
// that does not name what stands in front of the blank, which then is no program
// with arguments.
func mayBeMade(c *rules.Command, word string) bool {
	fields := strings.Split(word, " ")
	front, rest := fields[0], fields[1:]
	if !path.IsAbs(front) || path.Ext(front) != "" || mayBeOnPath(path.Dir(front)) || !strings.Contains(rest[len(rest)-1], "/") ||
		slices.ContainsFunc(rest, func(field string) bool { return field == "" || strings.Contains("-/.", field[:1]) }) {
		return false
	}
	names := func(inst *parser.Instruction) bool {
		return strings.Contains(inst.Logical.Text, front) && inst != c.Inst
	}
	runs := func(inst *parser.Instruction) bool { return inst.Verb.Value == "RUN" }
	return written(c.Launch, runs) && !written(c.Launch, names)
}

// written reports whether an instruction of the stage, or of one it is built
// on, is of a kind. It looks at no more stages than people write.
func written(l *launch.Launch, is func(*parser.Instruction) bool) bool {
	const enough = 16
	for n := 0; l != nil && n < enough; n++ {
		if slices.ContainsFunc(l.Stage.Instructions, is) {
			return true
		}
		l = l.Base.Parent
	}
	return false
}
