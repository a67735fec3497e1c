package process

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/launch/shell"
)

// cure says how to keep the program in front.
func cure(b launch.Background, main step) string {
	argv := main.Argv
	switch {
	case b.IsStarter():
		return main.cureOfService()
	case b.Use != "":
		return b.Use
	case strings.HasPrefix(b.Word, "-") && len(b.Drop) == 0:
		return fmt.Sprintf("Take `%s` away: %s", b.Word, main.written(without(argv, strings.Fields(b.Word))))
	}
	kept := argv
	for _, w := range b.Drop {
		kept = without(kept, []string{w})
	}
	return "Keep it in front: " + main.written(append(slices.Clip(kept), b.Add...))
}

// without takes a sequence of words off a command line.
func without(argv, words []string) []string {
	for i := 0; i+len(words) <= len(argv); i++ {
		if slices.Equal(argv[i:i+len(words)], words) {
			return slices.Concat(argv[:i], argv[i+len(words):])
		}
	}
	return argv
}

// cureOfService names the program of a service, which is found in the words of
// service nginx start, systemctl start nginx, /etc/init.d/nginx start.
func (s step) cureOfService() string {
	for _, word := range s.Argv {
		if words := daemon.OfService(path.Base(word)); words != nil {
			return "Start the program itself, in front: " + s.written(words)
		}
	}
	return "Start the program of the service itself, with the option that keeps it in front"
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
