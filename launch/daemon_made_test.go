package launch

import (
	"testing"

	"gotest.tools/v3/assert"
)

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
