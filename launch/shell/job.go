package shell

import (
	"path"
	"slices"
	"strings"
)

// jobs are what these programs are asked for when they do something and end: the
// first of their words that is no option, without what stands behind a colon.
var jobs = map[string][]string{
	"bundle": {"install"}, "bower": {"install"}, "cargo": {"build", "check", "install", "test"}, "kubectl": kubectlJobs, "knex": {"migrate", "seed"},
	"gatsby": {"build"}, "mkdocs": {"build"}, "next": {"build", "export", "lint"}, "ng": {"build", "lint", "test"}, "nuxt": {"build", "generate"},
	"prisma": {"db", "generate", "migrate"}, "rails": {"assets", "db", "test"}, "rclone": {"check", "copy", "copyto", "move", "sync"},
	"sequelize": {"db"}, "vite": {"build"}, "vue-cli-service": {"build", "lint", "test"},
	"composer": {"install", "test", "update"}, "dotnet": {"build", "publish", "restore", "test"},
	"go":  {"build", "get", "install", "test", "vet"},
	"npm": packageJobs, "pip": {"install"}, "pip3": {"install"}, "pnpm": packageJobs, "python": pythonJobs, "python2": pythonJobs,
	"python3": pythonJobs, "rake": {"assets", "db", "spec", "test"}, "yarn": packageJobs,
}

var (
	kubectlJobs = []string{"annotate", "apply", "create", "delete", "describe", "get", "label", "patch", "replace", "rollout", "scale", "wait"}
	packageJobs = []string{"build", "ci", "i", "install", "lint", "t", "test"}
	pythonJobs  = []string{"pytest", "setup.py", "unittest"}
)

// lastJobs are the same for programs that do one thing after the other: the
// last one counts.
var lastJobs = map[string][]string{
	"gradle": builds, "gradlew": builds, "grunt": builds, "gulp": builds, "make": builds, "mvn": builds, "mvnw": builds, "sbt": builds,
}

var builds = []string{"all", "build", "check", "clean", "compile", "deploy", "install", "package", "test", "verify"}

// migrations are the last word for many programs.
var migrations = []string{"collectstatic", "db:migrate", "ecto.migrate", "migrate", "migrate:latest", "migration:run"}

// tests and compilers do nothing else.
var jobPrograms = []string{
	"cc", "cmake", "g++", "gcc", "javac", "nosetests", "phpunit", "py.test", "pytest", "rspec", "rubocop", "tox",
}

// IsJob reports whether the command is a build or a run of tests, which ends by
// itself, unless it watches for changes.
func (c Simple) IsJob() bool {
	var operands []string
	for _, w := range c.Words[min(1, len(c.Words)):] {
		switch {
		case strings.Contains(w.Value, "watch"):
			return false
		case !strings.HasPrefix(w.Value, "-"):
			operands = append(operands, w.Value)
		}
	}
	return isJob(c.Name(), operands)
}

func isJob(name string, operands []string) bool {
	switch {
	case slices.Contains(jobPrograms, name):
		return true
	case len(operands) == 0:
		return name == "make" // which builds, unless it is told what else to do
	case name == "npx":
		return slices.Contains(oneShot, operands[0]) || isJob(operands[0], operands[1:])
	case operands[0] == "exec" || operands[0] == "run" || operands[0] == "run-script": // bundle exec, npm run
		return len(operands) > 1 && (isJob(name, operands[1:]) || isJob(operands[1], operands[2:]))
	}
	last := operands[len(operands)-1]
	first, _, _ := strings.Cut(path.Base(operands[0]), ":")
	return slices.Contains(jobs[name], first) || slices.Contains(lastJobs[name], last) || slices.Contains(migrations, last)
}
