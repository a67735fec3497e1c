package script

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
)

// loads are programs that put load on a server, and end.
var loads = []string{"ab", "artillery", "hey", "k6", "siege", "vegeta", "wrk"}

// tasks are words in the names of programs and scripts that do something and
// end.
var tasks = []string{
	"archive", "archiver", "backup", "build", "cleanup", "cli", "codegen", "compile", "convert", "create", "deploy", "dump", "export", "generate",
	"import", "install", "lint", "migrate", "migration", "migrations", "publish", "render", "restore", "scrape", "seed", "sync", "task", "test",
	"tests", "update", "upgrade", "upload",
}

// isJob reports whether a program ends by itself, as far as its name tells, or
// that of the script an interpreter is given.
func isJob(c shell.Simple) bool {
	if c.IsJob() || slices.Contains(loads, c.Name()) {
		return true
	}
	return slices.ContainsFunc(c.Words, func(w shell.Word) bool {
		name := path.Base(w.Value)
		isScript := slices.Contains([]string{".jar", ".js", ".php", ".pl", ".py", ".rb", ".sh"}, path.Ext(name))
		return (isScript || w == c.Words[0]) && namesTask(strings.TrimSuffix(name, path.Ext(name)))
	})
}

func namesTask(name string) bool {
	parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return strings.ContainsRune("-_.", r) })
	return slices.ContainsFunc(parts, func(part string) bool { return slices.Contains(tasks, part) })
}

// isAction reports whether an image is a GitHub action, to judge by the labels
// that one had to have at first: it does something and ends.
func isAction(l *launch.Launch) bool {
	return slices.ContainsFunc(l.Stage.Instructions, func(inst *parser.Instruction) bool {
		return inst.Verb.Value == "LABEL" && slices.ContainsFunc(inst.Pairs, func(p parser.Pair) bool {
			return strings.HasPrefix(strings.Trim(p.Key.Value, `"'`), "com.github.actions.")
		})
	})
}
