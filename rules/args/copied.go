package args

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// copiedTo tells where COPY or ADD puts the file that the variable names, as in
// COPY ${JAR_FILE} app.jar: the container finds it under that name, while the value
// is one of the build context. It is false where the use is part of a longer word.
func (r read) copiedTo(v launch.Var) (string, bool) {
	if !r.isWord() {
		return "", false
	}
	for i, inst := range r.Launch.Stage.Instructions {
		n := len(inst.Words) - 1
		if inst.Verb.Value != "COPY" && inst.Verb.Value != "ADD" || n != 1 || !isPlain(inst.Words[0].Value, r.Name) {
			continue
		}
		to, name := inst.Words[n].Value, path.Base(v.Value.V)
		moved := func(inst *parser.Instruction) bool { return inst.Verb.Value == "WORKDIR" }
		switch folder := strings.HasSuffix(to, "/") || path.Base(to) == "."; {
		case strings.Contains(to, "$"), !path.IsAbs(to) && slices.ContainsFunc(r.Launch.Stage.Instructions[i:], moved):
			return "", false
		case !folder:
			return to, true
		case !v.Value.Known || v.Value.V == "" || strings.ContainsAny(name, "*?["):
			return "", false
		default:
			return path.Join(to, name), true
		}
	}
	return "", false
}

// isWord reports whether a use is all of a word, which may have quotes.
func (r read) isWord() bool {
	at, text := r.At(), r.Command.Launch.File.Bytes
	return isPlain(r.Src, r.Name) && at.Start > 0 && at.End < len(text) &&
		strings.IndexByte(" \t\"'", text[at.Start-1]) >= 0 && strings.IndexByte(" \t\"'\\\r\n", text[at.End]) >= 0
}

func (r read) copiedHelp(v launch.Var) (string, bool) {
	file, ok := r.copiedTo(v)
	return fmt.Sprintf("Write `%s`, where the file is copied to, in place of `%s`", file, r.Src), ok
}
