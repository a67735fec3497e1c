package cli

import (
	"os"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/parser"
)

func TestContextOf(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, dir := range []string{"app", "flag", "conf"} {
		assert.NilError(t, os.Mkdir(dir, 0o755))
	}
	f, _ := parser.Parse("Dockerfile", []byte("FROM debian:12\n"))
	configured := &config.Config{Context: "conf"}
	for _, test := range []struct {
		stands, flag string
		configured   *config.Config
		want         string // what the file x is called; "" for no context
	}{
		{"app/Dockerfile", "flag", configured, "flag/x"},
		{"app/Dockerfile", "", configured, "conf/x"},
		{"app/Dockerfile", "", &config.Config{}, "app/x"},
		{"app/Dockerfile", "", nil, "app/x"},
		{"Dockerfile", "", nil, "x"},
		{dockerfiles.Stdin, "", nil, ""},
		{dockerfiles.Stdin, "flag", nil, "flag/x"},
		{"app/Dockerfile", "", &config.Config{Context: "nowhere"}, ""},
	} {
		var finder buildcontext.Finder
		got := ""
		if c := contextOf(&finder, test.stands, test.flag, test.configured)(f); c != nil {
			got = c.Name("x")
		}
		assert.Equal(t, got, test.want, "%+v", test)
	}
}
