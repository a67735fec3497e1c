package shellform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var shellSetToSilence = &rules.Rule{
	Code:     "EP109",
	Name:     "shell-set-to-silence",
	Summary:  "SHELL for nothing but CMD or ENTRYPOINT, that makes no difference to them",
	Severity: rules.Info,
	Since:    "0.1.0",
	Check:    checkShellSetToSilence,
}

func checkShellSetToSilence(p *rules.Pass) {
	for _, s := range settings(p) {
		if s.other {
			continue
		}
		for _, c := range s.commands {
			e, ok := endingOf(c)
			if !ok || !c.Effective() || !s.isNeedless(e) || !isProcess1(c) {
				continue
			}
			effect, help := "", "Remove SHELL, which only quiets other linters"
			switch {
			case e.stays():
				effect, help = e.staying(), help+". "+e.cure()
			case s.isDefault() && !e.last.Exec:
				effect = "it is what the image has without it"
			default:
				continue
			}
			p.Report(rules.Finding{
				At:      s.inst.Span,
				Message: fmt.Sprintf("SHELL `%s` is used by %s only, and changes nothing for it: %s", rules.Clip(rules.ExecForm(s.words)), c.Verb(), effect),
				Notes:   []rules.Note{p.Note(c.Span(), "`%s` is read alike by /bin/sh, which is %s", rules.Clip(c.Body.Text), e.Launch.Sh())},
				Help:    help,
			})
			break
		}
	}
}

// isNeedless reports whether /bin/sh would do the same with the text: it is
// known, the text has nothing that only bash knows, and no option of the shell
// makes a difference. A shell that leaves where /bin/sh would stay is of use.
func (s *setting) isNeedless(e ending) bool {
	if !s.Root().Known || !isPlainSh(s.over) || !isOneOf(s.words[0], "sh", "ash", "dash", "bash") || len(e.text.Bashisms()) > 0 {
		return false
	}
	options := len(s.words) != 2 || s.words[1] != "-c"
	if options && (!e.last.Alone() || slices.ContainsFunc(s.words[1:], readsFiles)) {
		return false
	}
	kind := s.Sh()
	answer, _ := s.Replaces(kind, e.text.Text, e.last)
	return kind != shell.Unknown && kind != shell.None && answer == e.replaces
}

// isDefault reports whether the shell is the one that stands at /bin/sh.
func (s *setting) isDefault() bool {
	name := path.Base(s.words[0])
	return name == "sh" || name == "ash" && s.Sh() == shell.Busybox || name == string(s.Sh())
}

// isPlainSh reports whether nobody has set another SHELL.
func isPlainSh(words []string) bool { return slices.Equal(words, []string{sh, "-c"}) }

func isOneOf(program string, names ...string) bool { return slices.Contains(names, path.Base(program)) }

// readsFiles reports whether an option has the shell read files of its own
// before the text.
func readsFiles(option string) bool {
	return slices.Contains([]string{"--login", "--rcfile", "--init-file"}, option) ||
		len(option) > 1 && option[0] == '-' && option[1] != '-' && strings.ContainsAny(option, "li")
}
