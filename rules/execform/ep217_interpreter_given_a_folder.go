package execform

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var interpreterGivenAFolder = &rules.Rule{
	Code:     "EP217",
	Name:     "interpreter-given-a-folder",
	Summary:  "an interpreter is given a folder where its script belongs",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkInterpreterGivenAFolder,
}

func checkInterpreterGivenAFolder(p *rules.Pass) {
	for _, c := range p.Commands() {
		if !c.Effective() {
			continue
		}
		line := interpreted(c)
		in, i, ok := scriptOf(line.argv)
		if !ok || !isFolder(c.Launch, line.argv[i]) || in.main != "" && mayRun(c.Launch, in, line.argv[i]) {
			continue
		}
		p.Report(rules.Finding{
			At:      line.at(i),
			Message: folderMessage(c.Launch, in, line.argv[0], line.argv[i]),
			Help:    fmt.Sprintf("Name the file that %s is to run, not the folder it is in", path.Base(line.argv[0])),
		})
	}
}

// isFolder reports whether a word is a folder for certain.
func isFolder(l *launch.Launch, word string) bool {
	return strings.HasSuffix(word, "/") || word == "." || word == ".." ||
		path.IsAbs(word) && l.WorkingDir.Known && path.Clean(word) == l.WorkingDir.V
}

// mayRun reports whether the interpreter may find a main module in the folder:
// in any but the root of the image, where nobody puts one but by name.
func mayRun(l *launch.Launch, in interpreter, folder string) bool {
	if path.Clean(folder) != "/" {
		return true
	}
	return written(l, func(inst *parser.Instruction) bool { return strings.Contains(inst.Logical.Text, in.main) })
}

func folderMessage(l *launch.Launch, in interpreter, program, folder string) string {
	message := fmt.Sprintf("`%s` is given the folder `%s` in place of a script", path.Base(program), folder)
	switch answer, known := in.says(l, program, folder); {
	case answer != "":
		return fmt.Sprintf("%s and answers `%s`", message, answer)
	case known:
		return message + ": it runs nothing, says nothing and exits with 0"
	}
	return message
}
