package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// cure says how to keep the program in front.
func (s started) cure(b launch.Background, main step) string {
	switch {
	case b.IsStarter():
		return s.cureOfService(main)
	case b.Use != "":
		return b.Use
	case strings.HasPrefix(b.Word, "-") && len(b.Drop) == 0:
		return fmt.Sprintf("Take `%s` away: %s", b.Word, s.written(main, b.Rest))
	}
	return "Keep it in front: " + s.written(main, b.Kept(main.Argv))
}

// cureOfService names the program of a service, which is found in the words of
// service nginx start, systemctl start nginx, /etc/init.d/nginx start.
func (s started) cureOfService(main step) string {
	for _, word := range main.Argv {
		if words := daemon.OfService(path.Base(word)); words != nil {
			return "Start the program itself, in front: " + s.written(main, words)
		}
	}
	return "Start the program of the service itself, with the option that keeps it in front"
}

// written is a command line in the form its author chose, as far as it is the whole
// of the instruction: of ENTRYPOINT and CMD the one that changes.
func (s started) written(main step, words []string) string {
	if main.command == nil || main.command.Form != parser.Exec || main.text != nil {
		return "exec " + quoted(words)
	}
	front := len(s.Argv.V) - len(main.Argv)
	if front < 0 || !slices.Equal(s.Argv.V[front:], main.Argv) {
		return main.command.Verb() + " " + rules.ExecForm(words)
	}
	all := slices.Concat(s.Argv.V[:front], words)
	own, given := s.Argv.V[:len(s.Argv.V)-len(s.Cmd.V)], s.Cmd.V
	n := len(all) - len(given)
	switch {
	case slices.Equal(all, own) && len(given) > 0:
		return "no CMD is left"
	case front >= len(own), len(given) > 0 && s.cmd != nil && len(all) >= len(own) && slices.Equal(all[:len(own)], own):
		return "CMD " + rules.ExecForm(all[len(own):])
	case n >= 0 && slices.Equal(all[n:], given):
		return "ENTRYPOINT " + rules.ExecForm(all[:n])
	}
	return "ENTRYPOINT " + rules.ExecForm(all) + ", without CMD"
}

// quoted writes words for a shell.
func quoted(words []string) string {
	all := make([]string, len(words))
	for i, w := range words {
		plain, ok := shell.Parse(w).Plain()
		if ok && len(plain) == 1 && plain[0] == w {
			all[i] = w
		} else {
			all[i] = "'" + w + "'"
		}
	}
	return strings.Join(all, " ")
}
