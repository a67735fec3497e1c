package process

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

func TestDays(t *testing.T) {
	for arg, want := range map[string]bool{
		"infinity": true, "inf": true, "1d": true, "24h": true, "86400": true, "86400s": true, "1000000d": true, "1440m": true,
		"23h": false, "3600": false, "0.5d": false, "": false, "d": false, "$N": false, "-1d": false,
	} {
		assert.Equal(t, days(arg), want, arg)
	}
}

func TestWaitsForever(t *testing.T) {
	for line, want := range map[string]bool{
		"tail -f /dev/null": true, "tail -n0 -F /dev/null": true, "/usr/bin/tail --follow=name /dev/null": true, "busybox tail -f /dev/null": true,
		"tail /dev/null": false, "tail -f /var/log/syslog": false, "tail -f /dev/null /var/log/syslog": false,
		"sleep infinity": true, "busybox sleep 365d": true, "sleep 30": false, "sleep": false, "busybox": false,
	} {
		assert.Equal(t, waitsForever(strings.Fields(line)), want, line)
	}
}

func TestRunners(t *testing.T) {
	for _, c := range []struct{ line, script string }{
		{"npm start", "start"},
		{"npm --prefix /app run serve -- --port 80", "serve"},
		{"npm run-script start:prod", "start:prod"},
		{"/usr/local/bin/npm -s start", "start"},
		{"yarn --cwd web start", "start"},
		{"yarn run start", "start"},
		{"pnpm --filter web start", "start"},
		{"npx http-server", "http-server"},
		{"./gradlew --no-daemon bootRun", "bootRun"},
		{"mvn -f pom.xml spring-boot:run", "spring-boot:run"},
		{"go run ./cmd/server", "server"},
		{"go run .", "."},
		{"npm", ""},
		{"npm run", ""},
		{"npm ci", ""},
		{"npm run build", ""},
		{"npm run dev", ""},
		{"npm run $SCRIPT", ""},
		{"npm run assets", ""},
		{"npm run package", ""},
		{"npm start --help", ""},
		{"yarn", ""},
		{"yarn install", ""},
		{"yarn workspaces:build", ""},
		{"npx prettier", ""},
		{"npx tsc", ""},
		{"go run", ""},
		{"go run tools/build.go", ""},
		{"go build", ""},
		{"gradle build", ""},
		{"mvn package", ""},
		{"node server.js", ""},
	} {
		_, script, ok := runnerOf(strings.Fields(c.line))
		assert.Equal(t, ok, c.script != "", c.line)
		if ok {
			assert.Equal(t, script, c.script, c.line)
		}
	}
}

func TestDeafNpm(t *testing.T) {
	for ref, want := range map[string]bool{
		"node:18": true, "node:20.9-alpine3.18": true, "node:21-slim": true, "node:hydrogen-alpine": true, "node:iron": true,
		"node": true, "node:latest": true, "node:lts-alpine": true, "node:alpine": true, "node:current": true, "alpine:3.18": true, "alpine:3.19.1": true, "alpine": true, "example.com/node:8": true,
		"node:8-alpine": false, "alpine:3.4": false, "alpine:3.17.2": false, "alpine:3.20": false, "node:16.20.2": false, "docker.io/library/node:22-alpine": false, "node:boron-alpine": false, "node:krypton": false, "node:0.12": false,
	} {
		assert.Equal(t, deafNpm(ref), want, ref)
	}
}

func TestDaemonises(t *testing.T) {
	for command, want := range map[string]bool{
		"/etc/init.d/nginx start": true, "service cron start": true, "cron": true, "cron -f": false,
		"supervisord": false, "srv": false, "nginx; srv": false, "": false,
	} {
		assert.Equal(t, daemonises(command), want, command)
	}
}

func TestSignalNames(t *testing.T) {
	for value, want := range map[string]string{
		"SIGTERM": "TERM", "term": "TERM", "SigQuit": "QUIT", "15": "15", "9": "KILL", "19": "STOP", "SIGRTMIN+3": "RTMIN+3", "rtmax-14": "RTMAX-14",
		"0": "", "SIGTREM": "", "SIG": "", "": "", "SIGRTMIN+16": "", "SIGRTMAX-15": "",
	} {
		assert.Equal(t, signalName(value), want, value)
	}
	for value, want := range map[string]string{"SIGTREM": "SIGTERM", "SIQUIT": "SIGQUIT", "sigtem": "SIGTERM", "KIL": "SIGKILL", "graceful": ""} {
		assert.Equal(t, nearest(value), want, value)
	}
}

func TestGoesOn(t *testing.T) {
	for line, want := range map[string]bool{
		"php artisan schedule:work": true, "python -m http.server": true, "node server.js": true, "java -jar app.jar": true,
		"php -m": false, "python --version": false, "java -version": false, "python /docker-entrypoint.py serve": false, "node entry_point.js": false, "ruby wrapper.rb": false,
	} {
		words := strings.Fields(line)
		assert.Equal(t, goesOn(words[0], words[1:]), want, line)
	}
}
