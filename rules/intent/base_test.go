package intent

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

// fewImages knows a server with a wrapper, a program with options, and an
// image for programs that has no command.
type fewImages struct{}

func (fewImages) Config(ref string) (launch.Config, bool) {
	c, ok := map[string]launch.Config{
		"postgres:16": {Entrypoint: []string{"docker-entrypoint.sh"}, Cmd: []string{"postgres"}, Wrapper: "exec"},
		"prometheus":  {Entrypoint: []string{"/bin/prometheus"}, Cmd: []string{"--config.file=/etc/p.yml"}},
		"python:3.12": {Cmd: []string{"python3"}},
		"static":      {},
	}[ref]
	return c, ok
}

// findings renders what the module finds on images whose facts are known here,
// each with its first note.
func findings(lines ...string) string {
	l := rules.Linter{Modules: []*rules.Module{Module()}, Images: fewImages{}}
	var all []string
	for _, f := range l.Lint("Dockerfile", []byte(strings.Join(lines, "\n")+"\n")).Findings {
		line := f.Severity.String() + " " + f.Rule.Code + ": " + f.Message
		if len(f.Notes) > 0 {
			line += "; " + f.Notes[0].Message
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func TestCmdOfTheBaseImage(t *testing.T) {
	const lost = "; postgres:16 sets CMD `[\"postgres\"]`"
	for dockerfile, want := range map[string]string{
		`FROM postgres:16; ENTRYPOINT ["tini", "--"]`: "error EP304: ENTRYPOINT `[\"tini\", \"--\"]` clears the inherited CMD `[\"postgres\"]`: " +
			"`tini --` has nothing to run" + lost,
		`FROM postgres:16; ENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]`: "error EP304: ENTRYPOINT `[\"tini\", \"--\", \"docker-entrypoint.sh\"]` " +
			"clears the inherited CMD `[\"postgres\"]`: `docker-entrypoint.sh` has nothing to run" + lost,
		`FROM postgres:16; ENTRYPOINT []`: "error EP304: ENTRYPOINT `[]` clears the inherited CMD `[\"postgres\"]`: " +
			"nothing is left to run, docker run answers `No command specified`" + lost,
		`FROM prometheus; ENTRYPOINT ["tini", "--", "prometheus"]`: "warning EP304: ENTRYPOINT `[\"tini\", \"--\", \"prometheus\"]` " +
			"clears the inherited CMD `[\"--config.file=/etc/p.yml\"]`: `prometheus` runs without it; prometheus sets CMD `[\"--config.file=/etc/p.yml\"]`",
		`FROM prometheus; CMD 9090`: "error EP302: CMD `9090` is in shell form, so `/bin/prometheus` gets `/bin/sh`, `-c` and `9090` as its arguments; " +
			"prometheus sets ENTRYPOINT `[\"/bin/prometheus\"]`",
		`FROM static; COPY srv /srv`: "warning EP308: The image has neither ENTRYPOINT nor CMD, and static brings none: docker run answers `No command specified`",

		`FROM postgres:16; ENTRYPOINT ["tini", "--", "docker-entrypoint.sh", "postgres"]`:     "",
		`FROM postgres:16; COPY docker-entrypoint.sh /; ENTRYPOINT ["/docker-entrypoint.sh"]`: "",
		`FROM postgres:16; COPY backup.sh /usr/local/bin/; ENTRYPOINT ["backup.sh"]`:          "",
		`FROM postgres:16; ENTRYPOINT ["pg_dump", "-h", "db"]`:                                "",
		`FROM postgres:16; CMD exec postgres -c shared_buffers="$BUFFERS"`:                    "",
		`FROM prometheus; ENTRYPOINT ["prometheus", "--config.file=/etc/other.yml"]`:          "",
		`FROM python:3.12; ENTRYPOINT ["tini", "--"]`:                                         "",
		`FROM static; COPY ca-certificates.crt /etc/ssl/certs/`:                               "",
		`FROM static AS binaries; COPY srv /srv`:                                              "",
	} {
		assert.Equal(t, findings(strings.Split(dockerfile, "; ")...), want, dockerfile)
	}
}
