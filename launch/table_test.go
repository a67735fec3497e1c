package launch

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func builtInRows(tb testing.TB) []row {
	tb.Helper()
	d := json.NewDecoder(strings.NewReader(builtInJSON))
	d.DisallowUnknownFields()
	var rows []row
	assert.NilError(tb, d.Decode(&rows))
	return rows
}

// entriesOf finds rows by how their line begins, takes them to stand together,
// and reads image and tags by their place.
func TestBuiltInLayout(t *testing.T) {
	rows := builtInRows(t)
	assert.Assert(t, slices.IsSortedFunc(rows, func(a, b row) int { return strings.Compare(a.Image, b.Image) }))
	assert.Assert(t, len(builtInJSON) < 300_000, "%d bytes", len(builtInJSON))
	for len(rows) > 0 {
		group := entriesOf(builtInJSON, rows[0].Image+`"`)
		for i, e := range group {
			assert.DeepEqual(t, e.row(), rows[i])
			assert.Equal(t, e.image, rows[i].Image)
			assert.DeepEqual(t, e.tags, rows[i].Tags)
		}
		assert.Assert(t, len(group) > 0, rows[0].Image)
		rows = rows[len(group):]
	}
}

// signals are the names github.com/moby/sys/signal knows, which BuildKit asks.
var signals = strings.Fields(`ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM
	TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ`)

func TestBuiltInRows(t *testing.T) {
	shells := []shell.Kind{shell.Dash, shell.Busybox, shell.Bash, shell.None, shell.Cmd, shell.PowerShell}
	for i, r := range builtInRows(t) {
		at := fmt.Sprintf("row %d, %s %v", i+1, r.Image, r.Tags)
		assert.Assert(t, r.Source != "", at)
		_, ok := ImageName(strings.NewReplacer("*", "x", "[0-9]", "1").Replace(r.Image))
		assert.Assert(t, ok, at)
		for _, pattern := range append(r.Tags, r.Image) {
			_, err := path.Match(pattern, "")
			assert.NilError(t, err, at)
		}
		if r.Unknown {
			assert.DeepEqual(t, r.Config, Config{})
			continue
		}
		assert.Assert(t, slices.Contains(shells, r.Sh), at)
		assert.Assert(t, r.OS == "" || r.OS == "windows", at)
		assert.Equal(t, r.OS == "windows", r.Sh == shell.Cmd || r.Sh == shell.PowerShell, at)
		assert.Assert(t, r.Wrapper == "" || r.Wrapper == "exec" || r.Wrapper == "node", at)
		assert.Assert(t, r.Wrapper == "" || len(r.Entrypoint) > 0, at)
		assert.Assert(t, r.StopSignal == "" || slices.Contains(signals, strings.TrimPrefix(r.StopSignal, "SIG")), at)
		assert.Assert(t, !slices.Contains(r.Env, "PATH"), at)
		assert.Assert(t, slices.IsSorted(r.Env) && slices.IsSorted(r.Tools), at)
	}
}

func TestBuiltInRowsAreReachable(t *testing.T) {
	rows := builtInRows(t)
	for i, r := range rows {
		seen := map[string]bool{}
		for _, earlier := range rows[:i] {
			if strings.Contains(earlier.Image, "*") != strings.Contains(r.Image, "*") { // a name comes before patterns
				continue
			}
			if ok, _ := path.Match(earlier.Image, strings.NewReplacer("*", "x", "[0-9]", "1").Replace(r.Image)); !ok && earlier.Image != r.Image {
				continue
			}
			assert.Assert(t, len(earlier.Tags) > 0, "row %d, %s %v, is never reached", i+1, r.Image, r.Tags)
			for _, pattern := range earlier.Tags {
				seen[pattern] = true
			}
		}
		for _, pattern := range r.Tags {
			assert.Assert(t, !seen[pattern], "row %d, %s: %s is never reached", i+1, r.Image, pattern)
			seen[pattern] = true
		}
	}
}

// inWords is a configuration in a line: what is started, on which shell, and
// what differs from the usual.
func inWords(c Config, ok bool) string {
	if !ok {
		return "unknown"
	}
	words := []string{strings.Join(c.Entrypoint, " "), strings.Join(c.Cmd, " "), string(c.Sh)}
	for _, more := range []string{c.Wrapper, c.StopSignal, c.User, c.WorkingDir, c.OS} {
		if more != "" {
			words = append(words, more)
		}
	}
	return strings.Join(words, " | ")
}

func TestBuiltIn(t *testing.T) {
	digest := "@sha256:" + strings.Repeat("0", 64)
	for ref, want := range map[string]string{
		// The same image under all its names.
		"node":                                  "docker-entrypoint.sh | node | dash | node",
		"node:20":                               "docker-entrypoint.sh | node | dash | node",
		"node:20" + digest:                      "docker-entrypoint.sh | node | dash | node",
		"docker.io/library/node:20":             "docker-entrypoint.sh | node | dash | node",
		"public.ecr.aws/docker/library/node:20": "docker-entrypoint.sh | node | dash | node",
		"mirror.gcr.io/library/node:lts-alpine3.20": "docker-entrypoint.sh | node | busybox | node",
		"debian" + digest: " | bash | dash", // all tags are alike

		// Tag families.
		"node:20-alpine":   "docker-entrypoint.sh | node | busybox | node",
		"node:8.15-alpine": " | node | busybox", // before docker-entrypoint.sh
		"node:8.16.0":      "docker-entrypoint.sh | node | dash | node",
		"node:8":           "docker-entrypoint.sh | node | dash | node", // the last 8 there was
		"node:10.15.3":     " | node | dash",
		"public.ecr.aws/docker/library/python:3.12-slim": " | python3 | dash",
		"python:2.7-alpine":                  " | python2 | busybox",
		"python:3.13-windowsservercore":      " | python | powershell | windows",
		"golang:1.22-alpine3.20":             " | /bin/sh | busybox | /go",
		"ruby:3.3":                           " | irb | dash",
		"php:8.3-fpm-alpine":                 "docker-php-entrypoint | php-fpm | busybox | exec | SIGQUIT | /var/www/html",
		"php:8.3-apache":                     "docker-php-entrypoint | apache2-foreground | dash | exec | SIGWINCH | /var/www/html",
		"php:7.2.1-apache":                   "docker-php-entrypoint | apache2-foreground | dash | exec | /var/www/html",
		"php:zts-alpine":                     "docker-php-entrypoint | php -a | busybox | exec",
		"openjdk:8-jdk":                      " | bash | dash",
		"openjdk:17":                         " | jshell | bash",
		"openjdk:17-slim":                    " | jshell | dash",
		"openjdk:17-alpine":                  " | jshell | busybox",
		"eclipse-temurin:21":                 "/__cacert_entrypoint.sh | jshell | dash | exec",
		"eclipse-temurin:17-jre-alpine":      "/__cacert_entrypoint.sh |  | busybox | exec",
		"eclipse-temurin:17.0.5_8-jdk":       " | jshell | dash", // before the entrypoint
		"maven:3.9-eclipse-temurin-21":       "/usr/local/bin/mvn-entrypoint.sh | mvn | dash | exec",
		"nginx:1.25":                         "/docker-entrypoint.sh | nginx -g daemon off; | dash | exec | SIGQUIT",
		"nginx:1.15-alpine":                  " | nginx -g daemon off; | busybox | SIGTERM",
		"nginxinc/nginx-unprivileged:alpine": "/docker-entrypoint.sh | nginx -g daemon off; | busybox | exec | SIGQUIT | 101",
		"httpd:2.4":                          " | httpd-foreground | dash | SIGWINCH | /usr/local/apache2",
		"postgres:16":                        "docker-entrypoint.sh | postgres | dash | exec | SIGINT",
		"postgres:9.6.2":                     "docker-entrypoint.sh | postgres | dash | exec",
		"mysql:8.4":                          "docker-entrypoint.sh | mysqld | bash | exec",
		"mysql:5.7-debian":                   "docker-entrypoint.sh | mysqld | dash | exec",
		"docker:20.10":                       "docker-entrypoint.sh | sh | busybox | exec",
		"docker:27":                          "dockerd-entrypoint.sh |  | busybox", // without arguments it starts dockerd
		"registry:2":                         "/entrypoint.sh | /etc/docker/registry/config.yml | busybox",
		"traefik:v1.7":                       "/traefik |  | none",
		"influxdb:2.7":                       "/entrypoint.sh | influxd | dash | exec",
		"couchdb:3":                          "tini -- /docker-entrypoint.sh | /opt/couchdb/bin/couchdb | dash",
		"elasticsearch:8.15.0":               "unknown",                                                        // its /bin/sh is configured
		"jenkins/jenkins:lts":                "/usr/bin/tini -- /usr/local/bin/jenkins.sh |  | dash | jenkins", // tini stays

		// Distributions.
		"alpine:3.20":          " | /bin/sh | busybox",
		"busybox:musl":         " | sh | busybox",
		"ubuntu":               " | /bin/bash | dash",
		"fedora:41":            " | /bin/bash | bash",
		"opensuse/leap:15.6":   " | /bin/bash | bash",
		"archlinux:base-devel": " | /usr/bin/bash | bash",
		"registry.access.redhat.com/ubi9/ubi-minimal": " | /bin/bash | bash",
		"redhat/ubi9-minimal":                         " | /bin/bash | bash",

		// Without a shell, or with one elsewhere.
		"gcr.io/distroless/static:nonroot":                   " |  | none | 65532 | /home/nonroot",
		"gcr.io/distroless/base-debian12:debug":              "/busybox/sh |  | none",
		"gcr.io/distroless/java17-debian12:debug":            "/usr/bin/java -jar |  | none",
		"gcr.io/distroless/java-base-debian12":               " |  | none",
		"gcr.io/distroless/nodejs22-debian12":                "/nodejs/bin/node |  | none",
		"gcr.io/distroless/python3-debian12":                 "/usr/bin/python3.11 |  | none",
		"cgr.dev/chainguard/python":                          "/usr/bin/python |  | none | 65532",
		"cgr.dev/chainguard/python:latest-dev":               "/usr/bin/python |  | busybox | 65532",
		"cgr.dev/chainguard/wolfi-base":                      " | /bin/sh -l | busybox",
		"mcr.microsoft.com/dotnet/aspnet:8.0":                " | bash | dash",
		"mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled": "/usr/bin/dotnet | --info | none | 1654",
		"mcr.microsoft.com/dotnet/sdk:10.0":                  " | /bin/bash | dash",

		// Windows.
		"mcr.microsoft.com/windows/nanoserver:ltsc2022":            ` | c:\windows\system32\cmd.exe | cmd | ContainerUser | windows`,
		"mcr.microsoft.com/dotnet/runtime:8.0-nanoserver-ltsc2022": ` | c:\windows\system32\cmd.exe | cmd | ContainerUser | windows`,

		// Unknown beats wrong.
		"node" + digest:                         "unknown",
		"node:8-onbuild":                        "unknown",
		"perl":                                  "unknown", // its CMD names the version
		"registry.access.redhat.com/ubi9-micro": "unknown",
		"cgr.dev/chainguard/python:3.12":        "unknown",
		"cgr.dev/acme/python":                   "unknown",
		"example.com/unknown":                   "unknown",
		"localhost:5000/node":                   "unknown",
		"someuser/node":                         "unknown",
		"scratch":                               "unknown",
		"UPPERCASE":                             "unknown",
		"node:a b":                              "unknown",
		"":                                      "unknown",
	} {
		assert.Equal(t, inWords(BuiltIn().Config(ref)), want, ref)
	}
}

// The variables of a base image are complete, those of the images it is built
// on included, for what is not among them is taken to be unset.
func TestBuiltInVariables(t *testing.T) {
	for ref, want := range map[string]string{
		"node:20":                           "NODE_VERSION YARN_VERSION",
		"fedora":                            "DISTTAG FBR FGC",
		"tomcat":                            "CATALINA_HOME JAVA_HOME TOMCAT_VERSION",
		"postgres:16":                       "PGDATA PG_MAJOR",
		"golang:alpine":                     "GOLANG_VERSION GOPATH GOTOOLCHAIN",
		"nextcloud:28-fpm":                  "NEXTCLOUD_VERSION PHP_INI_DIR PHP_VERSION",
		"ubuntu":                            "",
		"redhat/ubi9":                       "container",
		"gcr.io/distroless/java21-debian13": "JAVA_VERSION LANG SSL_CERT_FILE",
	} {
		c, ok := BuiltIn().Config(ref)
		assert.Assert(t, ok, ref)
		for _, name := range strings.Fields(want) {
			assert.Assert(t, slices.Contains(c.Env, name), "%s: %s in %v", ref, name, c.Env)
		}
		assert.Assert(t, want != "" || len(c.Env) == 0, "%s: %v", ref, c.Env)
	}
}

// A shebang's interpreter is looked up among the tools, so bash must stand
// among those of the Alpine images that have it.
func TestBuiltInTools(t *testing.T) {
	for ref, want := range map[string]bool{
		"alpine": false, "node:alpine": false, "postgres:16-alpine": true, "wordpress:fpm-alpine": true, "bash": true,
		"php:8.3-fpm-alpine": false, "maven:3.9-eclipse-temurin-21-alpine": true, "debian": true, "fedora": true,
	} {
		c, ok := BuiltIn().Config(ref)
		assert.Assert(t, ok, ref)
		assert.Equal(t, slices.Contains(c.Tools, "bash"), want, "%s: %v", ref, c.Tools)
	}
}

// BenchmarkBuiltIn measures what the table costs a run: the rows of an image, an
// image it does not know, and either asked for again. All rows are decoded for
// comparison.
func BenchmarkBuiltIn(b *testing.B) {
	for _, ref := range []string{"node:20-alpine", "example.com/unknown"} {
		b.Run(ref, func(b *testing.B) {
			for b.Loop() {
				(&Table{json: builtInJSON}).Config(ref)
			}
		})
		b.Run(ref+" again", func(b *testing.B) {
			t := &Table{json: builtInJSON}
			for b.Loop() {
				t.Config(ref)
			}
		})
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			var rows []row
			assert.NilError(b, json.Unmarshal([]byte(builtInJSON), &rows))
		}
	})
}
