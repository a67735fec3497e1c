package shell

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// jobs are what programs are asked for when they do something and end: the first
// of their words that is no option, without what stands behind a colon.
var jobs = []struct{ programs, words wordset.Set }{
	{"bundle bower pip pip3", "install"},
	{"cargo", "build check install test"},
	{"composer", "install test update"},
	{"dotnet", "build publish restore test"},
	{"gatsby mkdocs vite", "build"},
	{"go", "build get install test vet"},
	{"knex", "migrate seed"},
	{"kubectl", "annotate apply create delete describe get label patch replace rollout scale wait"},
	{"next", "build export lint"},
	{"ng vue-cli-service", "build lint test"},
	{"npm pnpm yarn", "build ci i install lint t test"},
	{"nuxt", "build generate"},
	{"prisma", "db generate migrate"},
	{"python python2 python3", "pytest setup.py unittest"},
	{"rails", "assets db test"},
	{"rake", "assets db spec test"},
	{"rclone", "check copy copyto move sync"},
	{"sequelize", "db"},
}

func jobsOf(program string) wordset.Set {
	for _, j := range jobs {
		if j.programs.Has(program) {
			return j.words
		}
	}
	return ""
}

// Of builders, which do one thing after the other, the last word counts.
const (
	builders wordset.Set = "gradle gradlew grunt gulp make mvn mvnw sbt"
	builds   wordset.Set = "all build check clean compile deploy install package test verify"
)

// migrations are the last word for many programs.
const migrations wordset.Set = "collectstatic db:migrate ecto.migrate migrate migrate:latest migration:run"

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
		return oneShot.Has(operands[0]) || isJob(operands[0], operands[1:])
	case operands[0] == "exec" || operands[0] == "run" || operands[0] == "run-script": // bundle exec, npm run
		return len(operands) > 1 && (isJob(name, operands[1:]) || isJob(operands[1], operands[2:]))
	}
	last := operands[len(operands)-1]
	first, _, _ := strings.Cut(path.Base(operands[0]), ":")
	return jobsOf(name).Has(first) || builders.Has(name) && builds.Has(last) || migrations.Has(last)
}
