package shell_test

import (
	"strings"
	"testing"
	"time"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/internal/cputime"
	"github.com/entrylint/entrylint/launch/shell"
)

// A text that is nested so deeply that following it would take all memory is
// refused, whatever it is nested by, and at once. What people write is not.
func TestDeepTexts(t *testing.T) {
	for _, unit := range []string{
		"(", "{ ", "$(", "\"$(", "${a:-", "$((", "((", "<(", "if ", "while ", "! ", "f()", "function f ", "time ", "coproc ",
		"case x in x) ", "a|", "a&&", "[[ ! ", "[[ (", "[[ a && ", "$((-", "$((1?", "$((a=", "$((1+", "if a; then b; elif ", "`", "(#)\n",
	} {
		start := cputime.Used()
		text := shell.ParseScript(strings.Repeat(unit, 300_000/len(unit)))
		text.All()
		text.Last()
		text.Uses()
		text.Dead()
		assert.Check(t, cputime.Used()-start < 5*time.Second, "%q took %v", unit, cputime.Used()-start)
	}
	for _, text := range []string{strings.Repeat("( ", 20_000) + "a" + strings.Repeat(")", 20_000), strings.Repeat("a && ", 20_000) + "b"} {
		assert.ErrorContains(t, shell.Parse(text).Err, "nested too deeply")
		assert.ErrorContains(t, shell.ParseScript(text).Err, "nested too deeply")
	}
	for _, text := range []string{strings.Repeat("( ", 60) + "a" + strings.Repeat(" )", 60) + strings.Repeat("\n# more", 1_000), strings.Repeat("a && ", 1_000) + "b"} {
		assert.NilError(t, shell.ParseScript(text).Err)
	}
}
