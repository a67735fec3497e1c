package process

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/lazyregexp"
)

// runner is a tool that starts a program for somebody, as its child, and stays.
type runner struct {
	names   []string
	runs    []string // its commands that start a program; "*" for any word
	never   []string // its commands that do something else, where any word may be a script
	values  []string // options whose value is a word of its own
	scripts bool     // the program is a script of package.json, which a shell is given
	source  string   // where this can be read
}

// runners stay in front of what they start. Left out are those that replace
// themselves (bundle exec, poetry run, pipenv run, cargo run), those that pass
// signals on to the program itself (uv run, dotnet run, make), and those that
// run it in their own process (sbt run, mvn jetty:run, mix, rake).
var runners = []runner{
	{names: []string{"npm"}, runs: []string{"start", "run", "run-script", "exec", "x"}, values: []string{"--prefix", "-C", "-w", "--workspace"}, scripts: true, source: "measured with npm 9"},
	{names: []string{"npx", "pnpx"}, runs: []string{"*"}, values: []string{"-p", "--package", "-w"}, scripts: true, source: "npm documentation: npx is npm exec"},
	{
		names: []string{"yarn", "yarnpkg"}, runs: []string{"*"}, values: []string{"--cwd"}, scripts: true, source: "yarn 1, src/util/execute-lifecycle-script.js",
		never: []string{"add", "audit", "cache", "config", "global", "help", "info", "init", "install", "list", "node", "pack", "publish", "remove", "upgrade", "version", "why"},
	},
	{names: []string{"pnpm"}, runs: []string{"start", "run", "exec", "dlx"}, values: []string{"--prefix", "-C", "--dir", "--filter", "-F"}, scripts: true, source: "@pnpm/lifecycle"},
	{names: []string{"mvn", "mvnw"}, runs: []string{"spring-boot:run", "org.springframework.boot:spring-boot-maven-plugin:run"}, values: []string{"-f", "-pl"}, source: "spring-boot-maven-plugin: run forks a process"},
	{names: []string{"gradle", "gradlew"}, runs: []string{"run", "bootRun"}, values: []string{"-p", "-b"}, source: "Gradle manual, the daemon; JavaExec starts a process"},
	{names: []string{"lein"}, runs: []string{"run", "ring"}, source: "Leiningen FAQ: trampoline lets the project's JVM take its place"},
	{names: []string{"go"}, runs: []string{"run"}, source: "cmd/go, run starts what it has built as a child"},
}

// ends are words in the names of scripts that do something and end, or are
// there for development.
var ends = lazyregexp.New(`(?i)(^|[^a-z])(assets|audit|build|bundle|check|ci|clean|compile|coverage|deploy|e2e|export|format|generate|install|lint|migrate|package|publish|release|seed|setup|watch)([^a-z]|$)`)

// serves tells what npx starts for good from the many tools that it runs once.
var serves = lazyregexp.New(`(?i)(^|[^a-z])(listen|run|serve|server|start)([^a-z]|$)`)

// runnerOf finds a runner and the word it is given: the name of a script, or
// the command.
func runnerOf(argv []string) (r runner, script string, ok bool) {
	name := path.Base(argv[0])
	i := slices.IndexFunc(runners, func(r runner) bool { return slices.Contains(r.names, name) })
	if i < 0 {
		return runner{}, "", false
	}
	r = runners[i]
	words := r.operands(argv[1:])
	if len(words) == 0 || slices.Contains(r.never, words[0]) || !slices.Contains(r.runs, "*") && !slices.Contains(r.runs, words[0]) {
		return runner{}, "", false
	}
	script = words[0]
	if (r.scripts || name == "go") && slices.Contains([]string{"run", "run-script", "exec", "x", "dlx"}, script) {
		if len(words) == 1 {
			return runner{}, "", false
		}
		script = words[1]
	}
	if name == "go" {
		script = path.Base(script)
	}
	return r, script, stays(script) && !slices.Contains(argv, "--help") && (name != "npx" || serves.MatchString(strings.Join(words, " ")))
}

// stays reports whether a script, going by its name, is one that a container is
// there for.
func stays(script string) bool {
	return !strings.Contains(script, "$") && !strings.HasPrefix(script, "/") && !ends.MatchString(script) && !forDevelopment(script)
}

// operands takes options and their values off; an assignment of a property,
// such as -Dserver.port=80, is an option too.
func (r runner) operands(args []string) []string {
	var words []string
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case arg == "--":
		case slices.Contains(r.values, arg):
			i++
		case !strings.HasPrefix(arg, "-"):
			words = append(words, arg)
		}
	}
	return words
}
