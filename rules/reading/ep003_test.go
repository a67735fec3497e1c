package reading

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
)

// Scenes have no configuration.
func TestReasonsThatAreRequired(t *testing.T) {
	for comment, help := range map[string]string{
		"# entrylint ignore=EP001":        "Write `# entrylint ignore=EP001 -- the reason`",
		"#entrylint ignore=EP001 -- ":     "Write `# entrylint ignore=EP001 -- the reason`",
		"# entrylint ignore=EP001 -- x":   "",
		"# hadolint ignore=DL3025":        "",
		"# entrylint ignore-file=reading": "", // suppresses this finding as well
	} {
		l := rules.Linter{Modules: []*rules.Module{Module()}, Options: rules.Options{RequireReason: true}}
		res := l.Lint("Dockerfile", []byte(comment+"\nFROM debian:12\nCMD [\"srv\"]\n"))
		got := ""
		for _, f := range res.Findings {
			if f.Rule == invalidSuppression {
				assert.Equal(t, f.Message, "the comment gives no reason, and the configuration requires one")
				got = f.Help
			}
		}
		assert.Equal(t, got, help, comment)
	}
}
