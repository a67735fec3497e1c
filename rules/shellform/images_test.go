package shellform_test

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/shellform"
)

// images are of the kinds that decide what the rules say.
type images map[string]launch.Config

func (i images) Config(ref string) (launch.Config, bool) {
	c, ok := i[ref]
	return c, ok
}

var known = images{
	"php":        {Entrypoint: []string{"docker-php-entrypoint"}, Cmd: []string{"php", "-a"}, Wrapper: "exec", Sh: shell.Dash},
	"node":       {Entrypoint: []string{"docker-entrypoint.sh"}, Cmd: []string{"node"}, Wrapper: "node", Sh: shell.Dash},
	"nats":       {Entrypoint: []string{"/nats-server"}, Cmd: []string{"-c", "nats.conf"}, Sh: shell.Dash},
	"fedora":     {Cmd: []string{"/bin/bash"}, Sh: shell.Bash},
	"openeuler":  {Cmd: []string{"bash"}},
	"with-shell": {Shell: []string{"/bin/bash", "-o", "pipefail", "-c"}, Sh: shell.Dash, Tools: []string{"bash"}},
	"distroless": {Sh: shell.None},
	"nanoserver": {OS: "windows"},
}

func TestBaseImages(t *testing.T) {
	for dockerfile, want := range map[string]string{
		"FROM php\nCMD apache2-foreground -X":                                    "EP102 warning",
		"FROM php\nCMD [\"sh\", \"-c\", \"cd /app && php-fpm\"]":                 "EP103 warning",
		"FROM php\nENTRYPOINT [\"docker-php-entrypoint\"]\nCMD php -S 0:80":      "EP102 warning",
		"FROM php\nENTRYPOINT [\"docker-php-entrypoint\"]\nCMD exec php -S 0:80": "",
		"FROM node\nCMD node server.js":                                          "EP102 warning",
		"FROM node\nCMD npm run migrate && node server.js":                       "EP103 warning",
		"FROM nats\nCMD -c other.conf":                                           "",
		"FROM nats\nCMD [\"sh\", \"-c\", \"cd / && srv\"]":                       "",
		"FROM nats\nENTRYPOINT []\nCMD srv --port 80":                            "EP102 warning",
		"FROM fedora\nCMD srv --port 80":                                         "EP102 info",
		"FROM fedora\nCMD srv --port 80 > log":                                   "EP102 warning",
		"FROM fedora\nCMD srv":                                                   "",
		"FROM fedora\nCMD cd /app && srv":                                        "EP103 info",
		"FROM fedora\nENTRYPOINT srv --port 80":                                  "EP101 warning",
		"FROM openeuler\nCMD srv --port 80":                                      "",
		"FROM openeuler\nENTRYPOINT [\"sh\", \"-c\", \"cd / && srv\"]":           "",
		"FROM openeuler\nCMD srv | tee log":                                      "EP103 warning",
		"FROM with-shell\nCMD srv --port 80":                                     "EP102 info",
		"FROM with-shell\nCMD srv > log":                                         "EP102 warning",
		"FROM distroless\nCOPY srv /\nCMD /srv":                                  "EP104 error",
		"FROM distroless\nCOPY srv /\nENTRYPOINT /srv":                           "EP101 warning EP104 error",
		"FROM distroless\nSHELL [\"/busybox/sh\", \"-c\"]\nCMD /srv -x":          "EP102 info",
		"FROM distroless\nSHELL [\"/busybox/sh\", \"-c\"]\nHEALTHCHECK CMD /srv": "EP104 error",
		"FROM distroless\nENTRYPOINT [\"/srv\"]\nCMD --port 80":                  "",
		"FROM nanoserver\nCMD srv --port 80":                                     "",
		"FROM nanoserver\nENTRYPOINT srv --port 80":                              "",
		"FROM nobody/knows\nCMD srv --port 80":                                   "",
	} {
		assert.Equal(t, found(dockerfile), want, dockerfile)
	}
}

// found lists codes and severities in order of the file. Without the other
// modules, and so that every rule shows, precedence is not looked at.
func found(dockerfile string) string {
	var all []string
	for _, rule := range shellform.Module().Rules {
		l := rules.Linter{Images: known, Modules: []*rules.Module{{Name: "shellform", Rules: []*rules.Rule{rule}}}}
		for _, f := range l.Lint("Dockerfile", []byte(dockerfile+"\n")).Findings {
			all = append(all, f.Rule.Code, f.Severity.String())
		}
	}
	return strings.Join(all, " ")
}
