package intent

import (
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// lastWordText parses the text of a shell-form ENTRYPOINT. It reports false
// where the shell is none that makes $0, $1 … of the words behind it (cmd
// appends them), or where a sourced file may read them.
func lastWordText(l *launch.Launch) (*shell.Text, bool) {
	argv := l.Entrypoint.V
	sc, ok := l.ShellCommand(argv)
	if !ok || sc.Text != len(argv)-1 {
		return nil, false
	}
	text := shell.Parse(argv[sc.Text])
	last, _ := text.Last()
	return text, text.Err == nil && last.Name() != "." && last.Name() != "source"
}

// withArguments gives the last command of a text the arguments of the shell
// and its place; false where that takes more than a few words.
func withArguments(text *shell.Text) (string, bool) {
	c, ok := text.Last()
	if !ok || c.In.Pipe || c.In.Background || c.In.Subshell || c.In.Branch || c.In.Group || c.Assigned {
		return "", false
	}
	exec := "exec "
	if c.Exec {
		exec = ""
	}
	return text.Src[:c.Start] + exec + text.Src[c.Start:c.End] + ` "$@"` + text.Src[c.End:], true
}
