package launch_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
)

func TestAsUser(t *testing.T) {
	for _, c := range []struct {
		argv          []string
		user, command string
	}{
		{[]string{"su", "app", "-c", "srv"}, "app", "srv"},
		{[]string{"su", "-c", "srv --port 80", "app"}, "app", "srv --port 80"},
		{[]string{"su", "-", "app", "-s", "/bin/bash", "-c", "srv"}, "app", "srv"},
		{[]string{"su", "app", "sh", "-c", "srv"}, "app", "srv"},
		{[]string{"su", "-lc", "srv"}, "root", "srv"},
		{[]string{"su", "app"}, "app", ""},
		{[]string{"sudo", "-u", "app", "srv"}, "app", "srv"},
		{[]string{"sudo", "-EHu", "app", "srv", "-u"}, "app", "srv -u"},
		{[]string{"sudo", "srv"}, "root", "srv"},
		{[]string{"sudo", "-i"}, "root", ""},
		{[]string{"runuser", "-u", "app", "--", "srv", "-c"}, "app", "srv -c"},
		{[]string{"runuser", "app", "-c", "srv"}, "app", "srv"},
		{[]string{"gosu", "app", "srv"}, "", ""},
	} {
		user, command, ok := launch.AsUser(c.argv)
		assert.Equal(t, ok, c.command != "", c.argv)
		assert.Equal(t, user, c.user, c.argv)
		assert.Equal(t, command, c.command, c.argv)
	}
}
