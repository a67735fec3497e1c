//go:build e2e

package engine

import (
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// compared counts what pid1 has said and the engine has confirmed.
type compared struct{ errors, argv, processes, ends, signals atomic.Int64 }

// checkPID1 holds pid1's answer against what the engine did.
func checkPID1(t *testing.T, trial Trial, r *Run, got Observed, count *compared) {
	t.Helper()
	f, err := parser.Parse("Dockerfile", []byte(trial.Dockerfile))
	assert.NilError(t, err)
	target, _ := launch.Target(launch.Of(f, func() *rootfs.Context { return trial.Context }, nil), "")
	start := target.Start(runOf(r.Words))
	if start.Error != "" {
		count.errors.Add(1)
		assert.Assert(t, saidBy([]string{got.Output}, start.Error), "pid1 predicts %q, the engine says\n%s", start.Error, got.Output)
		return
	}
	if start.Argv.Known && got.Argv != nil {
		count.argv.Add(1)
		assert.DeepEqual(t, got.Argv, start.Argv.V)
	}
	if start.Background() != nil {
		count.ends.Add(1)
		assert.Assert(t, !r.detached(), "pid1 says that the container ends by itself: %s", start.Signals().Why)
	}
	if got.PID1 == nil {
		return
	}
	first := start.Process
	for first.Hop == launch.Exec && first.Next != nil {
		first = first.Next
	}
	if first.Hop != launch.Unknown {
		count.processes.Add(1)
	}
	switch {
	case first.Hop == launch.Unknown:
	case len(first.Expands) > 0: // the values of variables are not pid1's to know
		assert.Equal(t, got.PID1[0], first.CommandLine()[0], "process 1")
	default:
		assert.DeepEqual(t, got.PID1, first.CommandLine())
	}
	if !strings.Contains(got.Output, "READY as process") {
		return // a program that need not handle what reaches it
	}
	if start.Signals().Reaches != launch.ReachesUnknown {
		count.signals.Add(1)
	}
	switch start.Signals().Reaches {
	case launch.ReachesApp:
		assert.Equal(t, got.Stop, "handled", start.Signals().Why)
	case launch.ReachesShell, launch.ReachesNobody:
		assert.Equal(t, got.Stop, "killed", start.Signals().Why)
	}
}

// runOf reads the words of a docker run.
func runOf(words []string) launch.Run {
	image := slices.Index(words, "IMAGE")
	run := launch.Run{Args: words[image+1:]}
	if i := slices.Index(words[:image], "--entrypoint"); i >= 0 {
		run.Entrypoint, run.EntrypointSet = words[i+1], true
	}
	return run
}
