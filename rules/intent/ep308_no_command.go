package intent

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var noCommand = &rules.Rule{
	Code:     "EP308",
	Name:     "no-command",
	Summary:  "the image has neither ENTRYPOINT nor CMD",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkNoCommand,
}

func checkNoCommand(p *rules.Pass) {
	t := p.Target
	if t == nil || !unset(t.Entrypoint) || !unset(t.Cmd) {
		return
	}
	built := instructions(t)
	scratch := t.Root().Scratch()
	if isExport(t.Stage.Name) || slices.ContainsFunc(built, stagesTree) || scratch && slices.ContainsFunc(built, isForOthers) ||
		slices.ContainsFunc(built, hides) || !slices.ContainsFunc(built, bringsProgram) {
		return
	}
	severity := rules.Warning
	if scratch && !slices.ContainsFunc(built, isForRunning) {
		if !slices.ContainsFunc(built, placesProgram) {
			return
		}
		severity = rules.Info
	}
	p.Report(rules.Finding{
		Severity: severity,
		At:       t.Stage.From.Span,
		Message:  fmt.Sprintf("The image has neither ENTRYPOINT nor CMD, and %s brings none: docker run answers `No command specified`", t.Root().Ref),
		Help:     commandHelp(built),
	})
}

// unset reports whether it is certain that neither file nor base sets v.
func unset(v commandLine) bool { return v.Known && len(v.V) == 0 && v.Origin.Default() }

// instructions lists those of a stage and of the stages it is built on.
func instructions(l *launch.Launch) []*parser.Instruction {
	var all []*parser.Instruction
	for _, p := range append(l.Parents(), l) {
		all = append(all, p.Stage.Instructions...)
	}
	return all
}

// isExport reports whether a stage, going by its name, is there to carry files
// out of the build (docker build --output).
func isExport(name string) bool {
	return slices.ContainsFunc(partsOf(name), func(part string) bool { return slices.Contains([]string{"cross", "deb", "packages", "rpm"}, part) }) || slices.ContainsFunc([]string{"artifact", "binar", "dist", "export", "output", "release"}, func(word string) bool {
		return strings.Contains(strings.ToLower(name), word)
	})
}

// hides reports whether an instruction leaves the command to somebody else: to
// children, or to what a refused one was to set.
func hides(inst *parser.Instruction) bool { return inst.Verb.Value == "ONBUILD" || inst.Err != nil }

// isForOthers tells what is on scratch only in an image for other images: a
// root file system, steps that build one, data to be mounted.
func isForOthers(inst *parser.Instruction) bool {
	return inst.Verb.Value == "RUN" || inst.Verb.Value == "VOLUME" || bringsTree(inst)
}

// isForRunning tells what matters only to a container that runs a program.
func isForRunning(inst *parser.Instruction) bool {
	return slices.Contains([]string{"EXPOSE", "HEALTHCHECK", "STOPSIGNAL"}, inst.Verb.Value)
}

// commandHelp names the program where the image holds a single file.
func commandHelp(built []*parser.Instruction) string {
	var files []string
	for _, inst := range built {
		if _, to := copied(inst); to != "" {
			files = append(files, to)
		}
	}
	if len(files) == 1 && path.IsAbs(files[0]) && !strings.HasSuffix(files[0], "/") {
		return fmt.Sprintf("If %s is the program, write ENTRYPOINT %s", files[0], rules.ExecForm(files))
	}
	return `Name the program to run in exec form, such as ENTRYPOINT ["/app"]`
}
