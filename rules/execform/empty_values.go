package execform

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/rules"
)

// emptyValue is an option whose empty value means something.
type emptyValue struct {
	program string
	options []string
	source  string
}

var emptyValues = []emptyValue{
	{"redis-server", []string{"--save"}, "redis.conf: save \"\" turns snapshots off"},
	{"valkey-server", []string{"--save"}, "valkey.conf: save \"\" turns snapshots off"},
	{"emacsclient", []string{"-a", "--alternate-editor"}, "emacsclient(1): empty starts the daemon"},
	{"twistd", []string{"--pidfile"}, "twistd(1): empty writes no pid file"},
	{"ssh-keygen", []string{"-N", "-P"}, "ssh-keygen(1): no passphrase"},
	{"adduser", []string{"--gecos"}, "adduser(8)"},
	{"jupyter", []string{"--NotebookApp.token", "--ServerApp.token", "--IdentityProvider.token"}, "Jupyter Server: empty turns tokens off"},
}

// mayBeEmpty reports whether the word, an empty one, has a meaning there: the
// value of an option of the table, or $0 and arguments of a shell's text.
func mayBeEmpty(c *rules.Command, argv []string, i int) bool {
	for j, name := range argv[:i] {
		if sc, ok := c.Launch.ShellCommand(argv[j:]); ok && j+sc.Text <= i {
			return true
		}
		if i-1 > j && slices.ContainsFunc(emptyValues, func(e emptyValue) bool {
			return e.program == path.Base(name) && slices.Contains(e.options, argv[i-1])
		}) {
			return true
		}
	}
	return false
}

func isOption(word string) bool {
	return strings.HasPrefix(word, "-") && strings.Trim(word, "-") != "" && !strings.Contains(word, "=")
}

// taker says who gets an empty word of the command.
func taker(c *rules.Command) string {
	name := c.Words[0].Value
	if prog, ok := programOf(c); ok {
		name = prog.argv[0]
	} else if to := passedOn(c); to.first > 0 {
		return fmt.Sprintf("ENTRYPOINT `%s` gets an empty word as an argument", rules.Clip(path.Base(to.argv[0])))
	}
	if name == "" {
		return fmt.Sprintf("%s %s is not without words: its word is empty", instruction(c), rules.ExecForm(c.Strings()))
	}
	return fmt.Sprintf("`%s` gets an empty word as an argument", rules.Clip(path.Base(name)))
}
