package launch_test

import (
	"fmt"
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// Each line doubles the value of the line before: the last one would fill any
// memory.
func TestValuesStayBounded(t *testing.T) {
	for _, verb := range []string{"ARG", "ENV"} {
		var text strings.Builder
		text.WriteString("ARG G0=aaaaaaaaaa\n")
		for i := range 60 {
			fmt.Fprintf(&text, "ARG G%d=$G%d$G%d\n", i+1, i, i)
		}
		fmt.Fprintf(&text, "FROM debian:12\n%s A0=aaaaaaaaaa\n", verb)
		for i := range 60 {
			fmt.Fprintf(&text, "%s A%d=$A%d$A%d\n", verb, i+1, i, i)
		}
		text.WriteString("USER $A60\n" + strings.Repeat("WORKDIR deeper\n", 3000) + "FROM $G60\n")
		f, err := parser.Parse("Dockerfile", []byte(text.String()))
		assert.NilError(t, err)
		all := launch.Of(f, nil, nil)
		assert.Assert(t, !all[0].User.Known && !all[0].WorkingDir.Known && !all[1].Base.Known)
	}
}
