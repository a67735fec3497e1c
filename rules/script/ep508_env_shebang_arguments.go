package script

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

var envShebangArguments = &rules.Rule{
	Code:     "EP508",
	Name:     "env-shebang-arguments",
	Summary:  "a script's #! has more than a program and one word: Linux makes one word of it",
	Severity: rules.Error,
	Since:    "0.1.0",
	Check:    checkEnvShebangArguments,
}

func checkEnvShebangArguments(p *rules.Pass) {
	for s := range once(p, givesEnvMore) {
		in, at := s.Line(1)
		f := rules.Finding{In: in, At: at, Notes: s.StartedHere()}
		words := s.Interpreter[1]
		program, options, _ := strings.Cut(strings.TrimSpace(splitting(words)), " ")
		if isSplit(words) {
			f.Message = fmt.Sprintf("busybox's env has no option `-S`, and `%s` has no other env: %s", s.Launch.Root().Ref, fails(s))
		} else {
			f.Message = oneWord(s, words)
		}
		f.Help = withoutArguments(s, program, options)
		p.Report(f)
	}
	for s := range once(p, givesShellMore) {
		p.Report(shellGetsOneWord(s))
	}
}

// oneWord says what env makes of the word (measured with coreutils 9.1).
func oneWord(s *rules.Script, words string) string {
	message := fmt.Sprintf("Linux hands env one word, `%s`, and ", rules.Clip(words))
	first, _, _ := strings.Cut(words, " ")
	switch {
	case strings.HasPrefix(words, "-") && s.Launch.Sh() == shell.Dash && !s.Health:
		return message + "env has no such option: `env: invalid option -- ' '`"
	case strings.HasPrefix(words, "-"):
		return message + "env has no such option: " + fails(s)
	case strings.Contains(first, "="):
		return message + "env takes it for a variable: it starts the script once more, and so on for ever"
	}
	return message + "there is no program of that name: " + envFails(s, words)
}

// givesEnvMore recognizes #!/usr/bin/env PROGRAM OPTION, and env -S where env
// is that of busybox.
func givesEnvMore(s *rules.Script) bool {
	if !s.Direct || s.File.Edited || len(s.Interpreter) < 2 || path.Base(s.Interpreter[0]) != "env" {
		return false
	}
	if isSplit(s.Interpreter[1]) {
		return s.Launch.BusyboxEnv()
	}
	return strings.ContainsAny(s.Interpreter[1], " \t")
}

// isSplit recognizes the option of GNU's env that splits the word again.
func isSplit(word string) bool { return splitting(word) != word }

// splitting returns what stands behind that option.
func splitting(word string) string {
	for _, option := range []string{"--split-string=", "--split-string"} {
		if rest, ok := strings.CutPrefix(word, option); ok {
			return rest
		}
	}
	options, _, _ := strings.Cut(word, " ")
	if at := strings.IndexByte(options, 'S'); at > 0 && strings.HasPrefix(options, "-") && strings.Trim(options[1:at], "0iv") == "" {
		return word[at+1:]
	}
	return word
}

// withoutArguments says how to start the interpreter with its options.
func withoutArguments(s *rules.Script, program, options string) string {
	help := fmt.Sprintf("Write `#!/usr/bin/env %s`", program)
	if options == "" {
		return help
	}
	switch {
	case strings.HasPrefix(program, "-") || strings.Contains(program, "="):
		help = "Start the interpreter by its path, without env"
		if kind := s.Launch.Root().Config.Sh; kind == shell.Dash || kind == shell.Bash {
			help = fmt.Sprintf("Write `#!/usr/bin/env -S %s %s`", program, options)
		}
	case s.Shell:
		help += fmt.Sprintf(", and `set %s` in the line below", options)
	case s.Launch.Root().Config.Sh == shell.Dash || s.Launch.Root().Config.Sh == shell.Bash:
		help = fmt.Sprintf("Write `#!/usr/bin/env -S %s %s`", program, options)
	default:
		help = fmt.Sprintf("Write the path: `#!/usr/bin/%s %s`", program, options)
	}
	return help
}
