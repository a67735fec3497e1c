package cli

import (
	"strings"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/rules"
)

// A bug in a rule costs one file, not the run.
func TestJudgeSurvivesARule(t *testing.T) {
	broken := &rules.Rule{Code: "EP999", Check: func(*rules.Pass) { panic("broken") }}
	r := &lintRun{
		program: &program{stdin: strings.NewReader("FROM a\n")},
		request: &lintRequest{},
		linter:  rules.Linter{Modules: []*rules.Module{{Rules: []*rules.Rule{broken}}}},
	}
	v := r.judge(path{name: "-"})
	assert.ErrorContains(t, v.err, "internal error, please report it: broken\n")
	assert.ErrorContains(t, v.err, "judge_test.go")
}
