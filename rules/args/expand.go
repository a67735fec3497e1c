package args

import (
	"fmt"
	"path"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
)

// provide says how a container gets the variable that an ARG is not.
func provide(v launch.Var, at place) string {
	env := fmt.Sprintf("ENV %s=$%s", v.Name, v.Name)
	if v.Value.Origin.OnBuild != nil {
		env = "ONBUILD " + env
	}
	switch {
	case namesSecret(v.Name):
		return fmt.Sprintf("Give it to the container, docker run -e %s=…; an ENV would keep it in the image", v.Name)
	case at != inStage:
		return fmt.Sprintf("Add `ARG %s` and `%s` below FROM; the ARG alone would not help", v.Name, env)
	}
	return fmt.Sprintf("Add `%s` below the ARG", env)
}

// environmentOf writes how a program reads a variable, in its language if that
// is well known.
func environmentOf(argv []string, name string) string {
	switch strings.TrimRight(path.Base(argv[0]), "0123456789.") {
	case "bash", "sh":
		return "$" + name
	case "java":
		return `System.getenv("` + name + `")`
	case "node":
		return "process.env." + name
	case "perl":
		return "$ENV{" + name + "}"
	case "php":
		return `getenv("` + name + `")`
	case "python":
		return `os.environ["` + name + `"]`
	case "ruby":
		return `ENV["` + name + `"]`
	}
	return "environment variable " + name
}

// A command line that is longer is not written out in a help.
const (
	maxWords = 24
	maxBytes = 400
)

// commandLine returns the words of a command in exec form, cut where they would
// make a help too long.
func commandLine(c *rules.Command) []string {
	var words []string
	bytes := 0
	for _, w := range c.Words {
		if bytes += len(w.Value); len(words) == maxWords || bytes > maxBytes {
			return append(words, "…")
		}
		words = append(words, w.Value)
	}
	return words
}

// throughShell writes a command instruction in exec form so that a shell
// expands the variables in its words and then makes way for the program.
func throughShell(c *rules.Command, l *launch.Launch, words []string) string {
	entrypoint := l.Entrypoint.V
	_, text := l.ShellCommand(entrypoint)
	switch {
	case c.Verb() == "HEALTHCHECK":
		return "HEALTHCHECK CMD " + shellLine(words)
	case c.Verb() == "ENTRYPOINT":
		return "ENTRYPOINT " + rules.ExecForm([]string{"sh", "-c", "exec " + shellLine(words) + ` "$@"`, "--"})
	case l.Entrypoint.Known && len(entrypoint) > 0 && !text && !runsCommands(l):
		words = append(entrypoint[:len(entrypoint):len(entrypoint)], words...)
		return "ENTRYPOINT " + rules.ExecForm([]string{"sh", "-c", "exec " + shellLine(words) + ` "$@"`, "--"}) + " and no CMD"
	}
	return "CMD " + rules.ExecForm([]string{"sh", "-c", "exec " + shellLine(words)})
}

// runsCommands reports whether ENTRYPOINT runs the words of CMD as a command.
func runsCommands(l *launch.Launch) bool {
	if l.Entrypoint.Origin.Image != "" {
		return l.Root().Config.Wrapper != ""
	}
	_, ok := launch.ProgramOf(l.Entrypoint.V[0])
	return ok
}

// hasNoShell reports whether the image is known to have no shell.
func hasNoShell(l *launch.Launch) bool { return l.Sh() == shell.None }

// plain matches words a shell takes as they are.
var plain = lazyregexp.New(`^[\w@%+=:,./…-]+$`)

// inDouble keeps what has a meaning inside double quotes from the shell.
var inDouble = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "`", "\\`")

// shellLine writes words for a shell. Variables are expanded, and stay one
// word; everything else is kept from the shell.
func shellLine(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		switch {
		case plain.MatchString(w):
			quoted[i] = w
		case variable.MatchString(w):
			quoted[i] = `"` + inDouble.Replace(w) + `"`
		default:
			quoted[i] = `'` + strings.ReplaceAll(w, `'`, `'\''`) + `'`
		}
	}
	return strings.Join(quoted, " ")
}
