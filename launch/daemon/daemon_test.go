package daemon

import (
	"path"
	"slices"
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
			found, word, ok := Of(argv, nil)
			assert.Assert(t, ok && found.Source == row.Source, "%v: found %q", argv, found.Source)
			assert.Equal(t, word, back)
			assert.Assert(t, row.Source != "", "%v has no source", row.Names)
			if len(row.Add) == 0 {
				continue
			}
			kept := slices.DeleteFunc(slices.Clone(argv), func(w string) bool { return slices.Contains(row.Drop, w) })
			if strings.HasPrefix(back, "-") && len(row.Drop) == 0 {
				kept = argv[:len(argv)-len(strings.Fields(back))]
			}
			_, _, ok = Of(append(kept, row.Add...), nil)
			assert.Assert(t, !ok, "%v %v still goes into the background", kept, row.Add)
		}
	}
}

// The programs of services are told to stay in front.
func TestProgramsOfServicesStay(t *testing.T) {
	for _, p := range services {
		_, _, ok := Of(p.argv, nil)
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
