package process

import (
	"path"
	"slices"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
)

func lineOf(words ...string) step { return step{Process: &launch.Process{Argv: words}} }

// A row that is never reached, or whose own words do not keep the program in
// front, is a mistake in the table.
func TestEveryDaemonIsFoundAndCured(t *testing.T) {
	for _, row := range daemons {
		name := strings.NewReplacer("[0-9]", "8", "*", "").Replace(row.names[0])
		backs := row.back
		if len(backs) == 0 {
			backs = []string{""}
		}
		for _, back := range backs {
			argv := append(strings.Fields(name), strings.Fields(back)...)
			found, word, ok := daemonOf(lineOf(argv...))
			assert.Assert(t, ok && found.source == row.source, "%v: found %q", argv, found.source)
			assert.Equal(t, word, back)
			assert.Assert(t, row.source != "", "%v has no source", row.names)
			if len(row.add) == 0 {
				continue
			}
			kept := slices.DeleteFunc(slices.Clone(argv), func(w string) bool { return slices.Contains(row.drop, w) })
			if strings.HasPrefix(back, "-") && len(row.drop) == 0 {
				kept = without(kept, strings.Fields(back))
			}
			_, _, ok = daemonOf(lineOf(append(kept, row.add...)...))
			assert.Assert(t, !ok, "%v %v still goes into the background", kept, row.add)
		}
	}
}

// The programs of services are told to stay in front.
func TestProgramsOfServicesStay(t *testing.T) {
	for _, p := range programs {
		_, _, ok := daemonOf(lineOf(p.argv...))
		assert.Assert(t, !ok, "%s: %v", p.services, p.argv)
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
		assert.Equal(t, hasOption(c.arg, c.option), c.want, "%s %s", c.arg, c.option)
	}
}

func TestAlsoFrom(t *testing.T) {
	for command, want := range map[string]bool{
		"ln -sf /usr/local/nginx/sbin/nginx /usr/sbin/nginx": true,
		"cp build/nginx /usr/sbin/nginx;":                    true,
		"mv miner /usr/sbin/nginx":                           false,
		"install -m755 out/web /usr/sbin/nginx &":            false,
	} {
		assert.Equal(t, alsoFrom(command, "nginx"), want, command)
	}
}

func TestConfigurationWithoutFolders(t *testing.T) {
	for _, row := range daemons {
		for _, file := range row.config {
			assert.Equal(t, file, path.Clean(file), "compared as a prefix")
		}
	}
}
