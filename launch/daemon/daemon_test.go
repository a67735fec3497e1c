package daemon

import (
	"path"
	"strings"
	"testing"

	"gotest.tools/v3/assert"
)

// A row that is never reached, or whose own words do not keep the program in
// front, is a mistake in the table.
func TestEveryDaemonIsFoundAndCured(t *testing.T) {
	for _, row := range table {
		name := strings.NewReplacer("[0-9]", "8", "*", "").Replace(row.Names[0])
		backs := row.Back
		if len(backs) == 0 {
			backs = []string{""}
		}
		for _, back := range backs {
			argv := append(strings.Fields(name), strings.Fields(back)...)
			found, ok := Of(argv, nil)
			assert.Assert(t, ok, "%v", argv)
			assert.Equal(t, found.Source, row.Source, "%v", argv)
			assert.Equal(t, found.Word, back)
			assert.Assert(t, row.Source != "", "%v has no source", row.Names)
			if len(row.Add) == 0 {
				continue
			}
			kept := found.Kept(argv)
			_, ok = Of(kept, nil)
			assert.Assert(t, !ok, "%v still goes into the background", kept)
		}
	}
}

// Options with values, and those that stand among others.
func TestWays(t *testing.T) {
	for line, want := range map[string]string{
		"uwsgi --daemonize /log --ini x":  "uwsgi --ini x",
		"uwsgi --daemonize=/log --ini x":  "uwsgi --ini x",
		"uwsgi -d /log --ini x":           "uwsgi --ini x",
		"memcached -dm 64":                "memcached -m 64",
		"memcached -vd -m 64":             "memcached -v -m 64",
		"memcached -u daemon":             "",
		"memcached -udaemon -m 64":        "",
		"unicorn -Dc unicorn.rb":          "unicorn -c unicorn.rb",
		"unicorn -c D":                    "",
		"gunicorn -w 4 -Dk gevent app":    "gunicorn -w 4 -k gevent app",
		"redis-server --daemonize yes -p": "redis-server -p",
		"celery -A x worker --detach":     "celery -A x worker",
	} {
		way, ok := Of(strings.Fields(line), nil)
		assert.Equal(t, strings.Join(way.Rest, " "), want, line)
		assert.Equal(t, ok, want != "", line)
	}
}

// The programs of services are told to stay in front.
func TestProgramsOfServicesStay(t *testing.T) {
	for _, p := range services {
		_, ok := Of(p.argv, nil)
		assert.Assert(t, !ok, "%s: %v", p.names, p.argv)
	}
}

func TestInstalled(t *testing.T) {
	for program, want := range map[string]bool{
		"nginx": true, "/usr/sbin/nginx": true, "/opt/nginx/sbin/nginx": true, "/etc/init.d/nginx": true,
		"./nginx": false, "/app/nginx": false, "/usrlocal/nginx": false, "bin/nginx": false, "/app/node_modules/.bin/pm2": true,
	} {
		assert.Equal(t, installed(program), want, program)
	}
}

func TestHasOption(t *testing.T) {
	for _, c := range []struct {
		arg, option string
		want        bool
	}{
		{"-D", "-D", true},
		{"-De", "-D", true},
		{"-RF", "-F", true},
		{"--nodaemon", "-n", false},
		{"--nodaemon", "--nodaemon", true},
		{"--process-mode=foreground", "--process-mode", true},
		{"-", "-D", false},
		{"D", "-D", false},
		{"-dev", "--dev", false},
	} {
		assert.Equal(t, HasOption(c.arg, c.option), c.want, "%s %s", c.arg, c.option)
	}
}

func TestConfigurationWithoutFolders(t *testing.T) {
	for _, row := range table {
		for _, file := range row.Config {
			assert.Equal(t, file, path.Clean(file), "compared as a prefix")
		}
	}
}
