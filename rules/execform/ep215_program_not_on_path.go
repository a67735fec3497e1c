package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

var programNotOnPath = &rules.Rule{
	Code:     "EP215",
	Name:     "program-not-on-path",
	Summary:  "the program is named without a folder, and copied into one that is not on PATH",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkProgramNotOnPath,
}

func checkProgramNotOnPath(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.OnBuild != nil || onWindows(c) || !c.Launch.Root().Known {
			continue
		}
		if c.ShellText() != nil {
			reportUnfoundByShell(p, c)
			continue
		}
		prog, ok := programOf(c)
		if !ok || !isFileName(c.Words[prog.word].Value) {
			continue
		}
		name := c.Words[prog.word].Value
		placed, ok := placeOf(c.Launch, name)
		if !ok {
			continue
		}
		words := slices.Concat(c.Strings()[:prog.word], []string{placed.file}, c.Strings()[prog.word+1:])
		p.Report(rules.Finding{
			At: c.Command.Span,
			Message: fmt.Sprintf("`%s` is copied to `%s`, which is not on PATH: %s",
				rules.Clip(name), rules.Clip(path.Dir(placed.file)), unfound(c, prog)),
			Notes: []rules.Note{p.Note(placed.by.Span, "it is copied here")},
			Help:  fmt.Sprintf("Write %s, or copy it to /usr/local/bin", inExec(c, words...)),
		})
	}
}

// isFileName reports whether a word can be the name of a copied file that is
// looked for on PATH. Runtimes for WebAssembly take the name of a module.
func isFileName(name string) bool {
	return name != "" && path.Ext(name) != ".wasm" && !strings.HasPrefix(name, "-") && !strings.ContainsAny(name, "/$*?~= \t`'\"\\")
}
