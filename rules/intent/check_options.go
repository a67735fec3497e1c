package intent

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/parser"
)

// checkOption is an option of HEALTHCHECK with a value that HEALTHCHECK takes: a
// number of retries, else a duration with a unit.
var checkOption = lazyregexp.New(`^--(retries=[0-9]+|(interval|timeout|start-period|start-interval)=([0-9.]+(ns|us|ms|s|m|h))+)$`)

// withoutCheckOptions are programs of health checks that have no option of these
// names. Source: the manual of each.
var withoutCheckOptions = []string{
	"[", "bash", "cat", "curl", "echo", "exit", "false", "grep", "ls", "mysqladmin", "nc", "netcat", "nginx", "node", "pgrep", "php", "pidof",
	"ping", "ps", "psql", "python", "redis-cli", "ruby", "sh", "ss", "stat", "test", "true",
}

// withCheckOptions are programs that have options of these names. Source: the
// manual of each.
var withCheckOptions = []string{
	"celery", "consul", "fping", "http", "https", "httping", "kubectl", "nats", "nomad", "pg_isready", "rabbitmq-diagnostics", "rabbitmqctl",
	"vault", "wait-for-it", "wait-for-it.sh", "wget", "xh",
}

// meansHealthcheck reports whether options are certain to be meant for
// HEALTHCHECK: the program is known to have none of these names, or they stand
// where it is named, or one is of a name that only HEALTHCHECK has. A program
// nobody knows may have one of the others, not two.
func meansHealthcheck(program string, lost []parser.Word) bool {
	if program == lost[0].Value || listed(withoutCheckOptions, program) {
		return true
	}
	return !listed(withCheckOptions, program) &&
		(len(lost) > 1 || slices.ContainsFunc(lost, func(w parser.Word) bool { return strings.HasPrefix(w.Value, "--start-") }))
}

// whoGets says what becomes of the options.
func whoGets(program string, lost []parser.Word) string {
	if program == lost[0].Value {
		return "it stands where the program is to be named"
	}
	return fmt.Sprintf("`%s` gets it as an argument", program)
}
