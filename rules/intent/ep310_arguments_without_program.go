package intent

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var argumentsWithoutProgram = &rules.Rule{
	Code:     "EP310",
	Name:     "arguments-without-program",
	Summary:  "CMD begins with an option, and no ENTRYPOINT names the program it is for",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkArgumentsWithoutProgram,
}

func checkArgumentsWithoutProgram(p *rules.Pass) {
	for _, l := range p.Images() {
		switch {
		case onWindows(l):
		case isOption(l.Entrypoint):
			reportOption(p, l, "ENTRYPOINT", l.Entrypoint)
		case isOption(l.Cmd) && noEntrypoint(l) && !l.Triggers("ENTRYPOINT"):
			reportOption(p, l, "CMD", l.Cmd)
		}
	}
}

func onWindows(l *launch.Launch) bool {
	return l.Root().Config.OS == "windows" || len(l.Shell.V) > 0 && launch.Windows(l.Shell.V[0])
}

// isOption reports whether an instruction of the file sets v to words of which
// the first is an option. What is no shell, such as conda run, may take a text
// that begins with one.
func isOption(v commandLine) bool {
	return v.Origin.At != nil && inForce(v) && strings.HasPrefix(typedWords(v)[0], "-") &&
		(!v.Origin.ShellForm() || slices.Contains(shells, path.Base(v.V[0])))
}

// typedWords are the words of v, those of a text as far as blanks tell.
func typedWords(v commandLine) []string {
	words := v.V
	if v.Origin.ShellForm() {
		words = strings.Fields(source(v))
	}
	if len(words) == 0 {
		return []string{""}
	}
	return words
}

// noEntrypoint reports whether it is certain that CMD is the command line. The
// engine takes ENTRYPOINT [""] for none.
func noEntrypoint(l *launch.Launch) bool {
	e := l.Entrypoint
	return e.Known && (len(e.V) == 0 || len(e.V) == 1 && e.V[0] == "")
}

func reportOption(p *rules.Pass, l *launch.Launch, verb string, v commandLine) {
	at, _ := place(v)
	words := typedWords(v)
	f := rules.Finding{
		At:      at,
		Message: fmt.Sprintf("%s begins with the option `%s`, and no program is named: %s", verb, rules.Clip(words[0]), startError(v)),
		Help:    fmt.Sprintf("Name the program first: %s %s", verb, rules.ExecForm(slices.Concat([]string{"…"}, words))),
	}
	if was := inheritedCmd(l); verb == "CMD" && inForce(was) && takesOption(wanted(was)[0], words[0]) {
		f.Notes = []rules.Note{setBy(p, "CMD", was)}
		f.Help = fmt.Sprintf("CMD replaces the inherited one, so write all of it: CMD %s", rules.ExecForm(slices.Concat(wanted(was)[:1], words)))
	}
	p.Report(f)
}

// takesOption reports whether an option is likely to be meant for the program
// of the CMD it replaces. A shell is what base images have for want of one.
func takesOption(program, option string) bool {
	return !slices.Contains(shells, nameOf(program)) || option == "-c"
}

// startError is what comes of an option in place of a program. A name with a
// slash is none to search $PATH for (runc).
func startError(v commandLine) string {
	name := typedWords(v)[0]
	switch {
	case v.Origin.ShellForm():
		return fmt.Sprintf("`%s` takes it for an option of its own and exits with 2", v.V[0])
	case strings.Contains(name, "/"):
		return fmt.Sprintf("`exec: %q: stat %[1]s: no such file or directory`", name)
	}
	return fmt.Sprintf("`exec: %q: executable file not found in $PATH`", name)
}
