package launch_test

import (
	"os"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// The page on semantics says who is process 1 in which shell; launch says the
// same, and scenes hold launch against an engine.
func TestSemanticsPage(t *testing.T) {
	page, err := os.ReadFile("../docs/semantics.md")
	assert.NilError(t, err)
	images := []string{"FROM debian:12\n", "FROM alpine:3.19\n", "FROM debian:12\nSHELL [\"/bin/bash\", \"-c\"]\n"}
	rows := 0
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(strings.ReplaceAll(strings.Trim(line, "| \n"), `\|`, "¦"), " | ")
		if len(cells) != 4 || cells[1] != "stays" && cells[1] != "srv" {
			continue
		}
		rows++
		form := strings.ReplaceAll(strings.Trim(cells[0], "`"), "¦", "|")
		for i, image := range images {
			assert.Equal(t, processOne(t, image+"CMD "+form+"\n"), cells[i+1], "%s on %s", form, image)
		}
	}
	assert.Assert(t, rows > 10, "the table is gone")
}

func processOne(t *testing.T, dockerfile string) string {
	t.Helper()
	f, err := parser.Parse("Dockerfile", []byte(dockerfile))
	assert.NilError(t, err)
	p := launch.Of(f, nil, nil)[0].Start(launch.Run{}).Process
	for p.Hop == launch.Exec && p.Next != nil {
		p = p.Next
	}
	if p.Kind == launch.Shell {
		return "stays"
	}
	return p.Argv[0]
}
