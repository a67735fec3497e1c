package process

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var initWithoutSeparator = &rules.Rule{
	Code:     "EP607",
	Name:     "init-without-separator",
	Summary:  "tini without `--` takes the options of the program for its own",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkInitWithoutSeparator,
}

func checkInitWithoutSeparator(p *rules.Pass) {
	for _, s := range startedBy(p) {
		for _, init := range s.steps() {
			if init.Kind == launch.Init && launch.IsTini(init.Argv[0]) && init.command != nil && len(init.Expands) == 0 {
				checkTini(p, s, init)
			}
		}
	}
}

func checkTini(p *rules.Pass, s started, init step) {
	program, option, separated := launch.TakenByTini(init.Argv)
	permutes := s.Launch.Permutes(init.Argv[0])
	if separated || permutes == shell.No {
		return
	}
	f := rules.Finding{At: init.span(), Help: init.separated(program)}
	line := rules.Clip(strings.Join(init.Argv, " "))
	switch {
	case option.Word != "" && permutes == shell.Yes:
		f.Severity = rules.Error
		f.Message = fmt.Sprintf("%s runs `%s` without `--`: tini %s", init.command.Verb(), line, option.Effect)
		f.Notes = optionNote(p, s, init, option.Word)
	case option.Word != "":
		f.Message = fmt.Sprintf("%s runs `%s` without `--`: where tini is built with GNU's C library, it %s", init.command.Verb(), line, option.Effect)
		f.Notes = optionNote(p, s, init, option.Word)
	case init.command.Verb() != "ENTRYPOINT" || init.text != nil:
		return // arguments of docker run do not come behind it
	case permutes == shell.Yes:
		f.Message = fmt.Sprintf("ENTRYPOINT runs `%s` without `--`: tini takes options among the arguments of docker run for its own", line)
	default:
		f.Message = fmt.Sprintf("ENTRYPOINT runs `%s` without `--`: where tini is built with GNU's C library, it takes options among the arguments of docker run for its own", line)
	}
	p.Report(f)
}

// span is the instruction, or in a shell text the command.
func (s step) span() parser.Span {
	if s.text != nil {
		return s.at
	}
	return s.command.Span()
}

// optionNote points at an option that another instruction brings.
func optionNote(p *rules.Pass, s started, init step, word string) []rules.Note {
	if s.cmd == nil || s.cmd == init.command || s.cmd.Form == parser.Shell {
		return nil
	}
	i := slices.Index(s.cmd.Strings(), word)
	if i < 0 {
		return nil
	}
	return []rules.Note{p.Note(s.cmd.Words[i].Span, "CMD brings `%s`", word)}
}

// separated is the help: the instruction with -- in front of the program.
func (s step) separated(program int) string {
	if s.text != nil || s.command.Form == parser.Shell {
		return fmt.Sprintf("Write `--` behind %s and its own options", s.Argv[0])
	}
	words := s.command.Strings()
	at := min(len(words), slices.Index(words, s.Argv[0])+program)
	return fmt.Sprintf("Put `--` in front of the program: %s %s", s.command.Verb(), rules.ExecForm(slices.Insert(words, at, "--")))
}
