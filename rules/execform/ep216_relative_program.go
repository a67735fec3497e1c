package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

var relativeProgram = &rules.Rule{
	Code:     "EP216",
	Name:     "relative-program",
	Summary:  "the program's path is relative, so that another working directory keeps it from starting",
	Severity: rules.Info,
	Since:    "0.1.0",
	Check:    checkRelativeProgram,
}

func checkRelativeProgram(p *rules.Pass) {
	for _, c := range p.Commands() {
		if c.OnBuild != nil || c.Verb() == "HEALTHCHECK" || onWindows(c) {
			continue
		}
		prog, ok := programOf(c)
		dir := c.Launch.WorkingDir
		if !ok || !dir.Known || !isRelative(c.Words[prog.word].Value) {
			continue
		}
		name := c.Words[prog.word].Value
		absolute := path.Join(dir.V, name)
		f := rules.Finding{
			At: c.Command.Span,
			Message: fmt.Sprintf("`%s` is `%s` only as long as nobody sets another working directory, as docker run -w and workingDir of a pod do",
				rules.Clip(name), rules.Clip(absolute)),
			Help: "Write " + inExec(c, slices.Concat(c.Strings()[:prog.word], []string{absolute}, c.Strings()[prog.word+1:])...),
		}
		if dir.Origin.At != nil {
			f.Notes = append(f.Notes, p.Note(dir.Origin.At.Span, "the working directory is set here"))
		}
		p.Report(f)
	}
}

// isRelative reports whether a word is a path that begins in the working
// directory, and nothing a shell was meant to replace.
func isRelative(name string) bool {
	return strings.Contains(name, "/") && !path.IsAbs(name) && !strings.HasPrefix(name, "-") && !strings.ContainsAny(name, "$*~= \t`'\"\\")
}
