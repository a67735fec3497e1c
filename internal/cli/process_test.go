//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"gotest.tools/v3/assert"
	"gotest.tools/v3/poll"
)

const withFinding = "FROM debian:12\nENTRYPOINT srv\n"

// folder makes n Dockerfiles with a finding each.
func folder(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		assert.NilError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.Dockerfile", i)), []byte(withFinding), 0o666))
	}
	return dir
}

// start starts entrylint, and ends it after the test at the latest.
func start(t *testing.T, stdin io.Reader, stdout io.Writer, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	cmd := exec.Command("entrylint", args...) // on the PATH because of TestMain
	stderr := &bytes.Buffer{}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = stdin, stdout, stderr
	assert.NilError(t, cmd.Start())
	t.Cleanup(func() {
		if cmd.ProcessState == nil {
			assert.Check(t, cmd.Process.Kill())
		}
	})
	return cmd, stderr
}

func pipe(t *testing.T) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	assert.NilError(t, err)
	t.Cleanup(func() {
		r.Close()
		w.Close()
	})
	return r, w
}

// exitStatus waits for the end, but not for ever.
func exitStatus(t *testing.T, cmd *exec.Cmd) int {
	t.Helper()
	done := make(chan error)
	go func() { done <- cmd.Wait() }() // an error is the status
	select {
	case err := <-done:
		t.Log(err)
	case <-time.After(10 * time.Second):
		t.Fatal("the program does not end")
	}
	return cmd.ProcessState.ExitCode()
}

// As in "entrylint | head": no signal, no message, and the status of all files.
func TestClosedPipeEndsQuietly(t *testing.T) {
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{"--format", "compact"}, findings},
		{[]string{"--format", "json"}, findings},
		{[]string{"--fail-on", "never"}, clean},
		{[]string{"gone"}, notJudged},
	} {
		r, w := pipe(t)
		r.Close()
		cmd, stderr := start(t, nil, w, append(test.args, folder(t, 200))...)
		assert.Check(t, exitStatus(t, cmd) == test.want, "%v: %v", test.args, cmd.ProcessState)
		if test.want != notJudged {
			assert.Check(t, stderr.Len() == 0, stderr)
		}
	}
	one := filepath.Join(folder(t, 1), "00000.Dockerfile")
	for _, args := range [][]string{{"rules"}, {"explain", "EP101"}, {"--help"}, {"--version"}, {"--fail-on", "never", one}, {"pid1", one}} {
		r, w := pipe(t)
		r.Close()
		cmd, stderr := start(t, nil, w, args...)
		assert.Check(t, exitStatus(t, cmd) == clean && stderr.Len() == 0, "%v: %v %s", args, cmd.ProcessState, stderr)
	}
}

func TestInterruptLeavesNoPartialOutput(t *testing.T) {
	dir := t.TempDir()
	stdin, _ := pipe(t) // never ends
	cmd, stderr := start(t, stdin, io.Discard, "--output", filepath.Join(dir, "out.json"), "--format", "json", "-")
	poll.WaitOn(t, func(poll.LogT) poll.Result {
		if len(entries(t, dir)) == 1 {
			return poll.Success()
		}
		return poll.Continue("there is no output yet")
	})
	assert.NilError(t, cmd.Process.Signal(os.Interrupt))
	assert.Equal(t, exitStatus(t, cmd), interrupted)
	assert.Equal(t, len(entries(t, dir)), 0)
	assert.Equal(t, stderr.String(), "")
}

// A run with nothing to tidy up is ended by the signal itself.
func TestInterruptEndsOneFile(t *testing.T) {
	stdin, _ := pipe(t) // never ends
	cmd, stderr := start(t, stdin, io.Discard, "-")
	time.Sleep(200 * time.Millisecond) // it reads
	assert.NilError(t, cmd.Process.Signal(os.Interrupt))
	assert.Equal(t, exitStatus(t, cmd), -1)
	assert.Equal(t, cmd.ProcessState.Sys().(syscall.WaitStatus).Signal(), syscall.SIGINT)
	assert.Equal(t, stderr.String(), "")
}

// A pager that waits for its user reads nothing.
func TestInterruptEndsABlockedWrite(t *testing.T) {
	r, w := pipe(t)
	cmd, _ := start(t, nil, w, "--format", "compact", folder(t, 2000))
	_, err := r.Read(make([]byte, 1))
	assert.NilError(t, err)
	time.Sleep(200 * time.Millisecond) // the rest is more than a pipe holds
	assert.NilError(t, cmd.Process.Signal(os.Interrupt))
	assert.Equal(t, exitStatus(t, cmd), interrupted)
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	assert.NilError(t, err)
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.Name()
	}
	return all
}

func TestTenThousandFiles(t *testing.T) {
	const n = 10_000
	var stdout bytes.Buffer
	cmd, stderr := start(t, nil, &stdout, "--format", "compact", "--jobs", "2", folder(t, n))
	assert.Check(t, exitStatus(t, cmd) == findings, "%v", cmd.ProcessState)
	assert.Check(t, stderr.Len() == 0, stderr)
	assert.Equal(t, bytes.Count(stdout.Bytes(), []byte("[EP101 ")), n)
}
