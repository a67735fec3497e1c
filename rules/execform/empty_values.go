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
	{"logstash", []string{"-e", "--config.string"}, "logstash --help: the default pipeline, from stdin to stdout"},
	{"emacsclient", []string{"-a", "--alternate-editor"}, "emacsclient(1): empty starts the daemon"},
	{"twistd", []string{"--pidfile"}, "twistd(1): empty writes no pid file"},
	{"ssh-keygen", []string{"-N", "-P"}, "ssh-keygen(1): no passphrase"},
	{"adduser", []string{"--gecos"}, "adduser(8)"},
	{"jupyter", []string{"--NotebookApp.token", "--ServerApp.token", "--IdentityProvider.token"}, "Jupyter Server: empty turns tokens off"},
}

// mayBeEmpty tells, for each word of a command line, whether it has a meaning
// when it is empty: as the value of an option of the table, as $0 or an argument
// of a shell's text.
func mayBeEmpty(c *rules.Command, argv []string) []bool {
	may := make([]bool, len(argv))
	seen := make([]bool, len(emptyValues))
	parameters, previous := len(argv), ""
	for i, word := range argv {
		may[i] = i >= parameters
		for j, e := range emptyValues {
			may[i] = may[i] || seen[j] && slices.Contains(e.options, previous)
			seen[j] = seen[j] || e.program == path.Base(word)
		}
		if sc, ok := c.Launch.ShellCommand(argv[i:]); ok {
			parameters = min(parameters, i+sc.Text)
		}
		previous = word
	}
	return may
}

func isOption(word string) bool {
	return strings.HasPrefix(word, "-") && strings.Trim(word, "-") != "" && !strings.Contains(word, "=")
}

// taker says who gets an empty word of the command.
func taker(c *rules.Command, to passed) string {
	name := c.Words[0].Value
	switch {
	case len(to.prog.argv) > 0:
		name = to.prog.argv[0]
	case to.first > 0:
		return fmt.Sprintf("ENTRYPOINT `%s` gets an empty word as an argument", rules.Clip(path.Base(to.argv[0])))
	case name == "":
		return inExec(c, c.Strings()...) + " is not without words: its word is empty"
	}
	return fmt.Sprintf("`%s` gets an empty word as an argument", rules.Clip(path.Base(name)))
}
