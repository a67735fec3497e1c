package intent

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// oneImage knows a single base image, whose entrypoint execs its arguments.
type oneImage struct{}

func (oneImage) Config(ref string) (launch.Config, bool) {
	return launch.Config{Entrypoint: []string{"docker-entrypoint.sh"}, Cmd: []string{"postgres"}, Wrapper: "exec"}, ref == "postgres"
}

func launchOf(t *testing.T, lines ...string) *launch.Launch {
	t.Helper()
	f, err := parser.Parse("Dockerfile", []byte(strings.Join(lines, "\n")+"\n"))
	assert.NilError(t, err)
	return launch.Of(f, nil, oneImage{})[0]
}

func TestRoleOf(t *testing.T) {
	l := launchOf(t, "FROM postgres")
	for line, want := range map[string]role{
		"tini --":                            runner,
		"/sbin/tini -g -- gosu app":          runner,
		"env LANG=C":                         runner,
		"docker-entrypoint.sh":               runner,
		"tini -- /bin/docker-entrypoint.sh":  runner,
		"/init":                              manager,
		"/sbin/my_init --":                   manager,
		"docker-entrypoint.sh postgres":      taker,
		"tini -- python3.12 -u server.py":    taker,
		"python -m http.server":              taker,
		"/usr/bin/node --require x index.js": taker,
		"java -jar app.jar":                  taker,
		"java":                               taker,
		"java -jar spring-boot-app.jar":      taker,
		"bash -l":                            taker,
		"apache2 -D FOREGROUND":              taker,
		"npm start":                          taker,
		"npm exec serve":                     unclear,
		"python -c code":                     unclear,
		"perl -ne print":                     unclear,
		"node -pe code":                      unclear,
		"bash start.sh":                      unclear,
		"sh -c":                              unclear,
		"python /docker-entrypoint.py":       unclear,
		"env -S python":                      unclear,
		"bundle exec":                        unclear,
		"/app/server":                        unclear,
		"/entrypoint.sh":                     unclear,
	} {
		got, _ := roleOf(l, strings.Fields(line))
		assert.Equal(t, got, want, line)
	}
}

// A file of the same name makes the known entrypoint one that nobody knows.
func TestRoleOfReplacedEntrypoint(t *testing.T) {
	for _, line := range []string{
		"COPY docker-entrypoint.sh /usr/local/bin/",
		"COPY *.sh /usr/local/bin/",
		"COPY start.sh /usr/local/bin/docker-entrypoint.sh",
		"ADD files.tar.gz /",
		"RUN curl -o /usr/local/bin/docker-entrypoint.sh https://example.com",
	} {
		got, _ := roleOf(launchOf(t, "FROM postgres", line), []string{"docker-entrypoint.sh"})
		assert.Equal(t, got, unclear, line)
	}
	got, _ := roleOf(launchOf(t, "FROM postgres", "COPY init.sql /docker-entrypoint-initdb.d/"), []string{"docker-entrypoint.sh"})
	assert.Equal(t, got, runner)
}

func TestIsIdle(t *testing.T) {
	for line, want := range map[string]bool{
		"/bin/sh": true, "bash": true, "bash -l": true, "python3": true, "/usr/bin/python3.12": true, "php -a": true, "perl5.40.0 -de0": true,
		"R": true, "lein repl": true, "mvn": true, "--help": true, "jshell": true, "node": true,
		"bash -c x": false, "sh /run.sh": false, "python3 app.py": false, "java -jar": false, "nginx -g x": false, "catalina.sh run": false,
		"mvn package": false, "--config.file=/etc/x.yml": false, "postgres": false,
	} {
		assert.Equal(t, isIdle(strings.Fields(line)), want, line)
	}
}
