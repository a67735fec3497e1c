package launch

import (
	"fmt"

	"github.com/entrylint/entrylint/launch/shell"
)

func (p *Process) shellHop(l *Launch, sc ShellCommand) next {
	p.Kind, p.Hop = Shell, Unknown
	text := l.Text(p.Argv[sc.Text])
	if text.Err != nil {
		p.Why = "its text cannot be parsed: " + text.Err.Error()
		return next{}
	}
	p.traps = text.Traps()
	last, ok := text.Last()
	if !ok {
		p.Why = "which command its text ends with cannot be told"
		return next{}
	}
	n := argument(last.Words, p.Argv[sc.Text:])
	p.Lost = lost(text, p.Argv[sc.Text+1:])
	p.ends = last.In.IsTheEnd() && !p.traps
	p.first = []string{text.Src[:last.Start]}
	if last.In.Background {
		p.Hop, p.Why = None, fmt.Sprintf("its text ends with &: the shell starts %s and exits", last.Words[0].Src)
		return next{}
	}
	if waited, ok := text.Waited(); ok {
		p.Hop, p.Why, p.ends = Child, "the shell waits for it, and then goes on", false
		return argument(waited.Words, p.Argv[sc.Text:])
	}
	if name := last.Words[0].Value; shell.Builtin(name) || !last.Exec && shell.RunsItself(name) {
		p.builtinHop(last.Words[0].Value)
		return next{}
	}
	answer, before := l.Replaces(sc.Kind, text, last)
	switch answer {
	case shell.Yes:
		p.Hop, p.Why = Exec, fmt.Sprintf("%s replaces itself by the last command", sc.Kind)
		if last.Exec {
			p.Why = "exec replaces the shell"
		}
	case shell.No:
		p.Hop, p.Why = Child, stays(sc.Kind, last)
		if before != "" {
			p.Why = fmt.Sprintf("%s before %s waits for the command", sc.Kind, before)
		}
	default:
		p.Why = "whether this shell replaces itself by its last command is not known"
	}
	return n
}

// builtinHop is about a text that ends with a command the shell runs itself.
func (p *Process) builtinHop(name string) {
	switch name {
	case ".", "source", "eval", "command", "time":
		p.Hop, p.Why = Unknown, fmt.Sprintf("its text ends with %s, which may start anything", name)
	default:
		p.Hop, p.Why = None, fmt.Sprintf("its text ends with %s, which the shell runs itself", name)
	}
}

func stays(kind shell.Kind, last shell.Last) string {
	switch {
	case last.In.Pipe:
		return "the command is part of a pipeline, the shell waits for it"
	case last.Exec:
		return "exec replaces only the subshell"
	case kind == shell.Unknown:
		return "the shell waits for the command"
	}
	return fmt.Sprintf("%s waits for the command", kind)
}

// lost returns the words behind the text of sh -c that it does not read. The
// first of them is $0.
func lost(text *shell.Text, rest []string) []string {
	args, zero := text.UsesArguments()
	switch {
	case !args && !zero:
		return rest
	case args && !zero && len(rest) > 0:
		return rest[:1]
	}
	return nil
}

func argument(words []shell.Word, rest []string) next {
	argv, expands := positional(words, rest)
	return next{argv: argv, expands: expands}
}

// positional replaces "$@" and "$0" by the words behind the text, as the shell
// does; what else it expands stays as written and is listed.
func positional(words []shell.Word, rest []string) (argv, expands []string) {
	for _, w := range words {
		switch {
		case w.Src == `"$@"` || w.Src == `$@`:
			argv = append(argv, rest[min(2, len(rest)):]...)
		case (w.Src == `"$0"` || w.Src == "$0") && len(rest) > 1:
			argv = append(argv, rest[1])
		case w.Literal:
			argv = append(argv, w.Value)
		default:
			argv = append(argv, w.Src)
			expands = append(expands, w.Src)
		}
	}
	return argv, expands
}
