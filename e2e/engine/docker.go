package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// client is the Docker client of the engine's own package.
const client = "/usr/bin/docker"

// Docker talks to the private engine.
type Docker struct{ dir string }

// Observed is what a run showed.
type Observed struct {
	Exit   int
	Output string   // of the container, or of its health checks
	Argv   []string // as the engine has it: path and arguments
	PID1   []string
	Stop   string
	Health string

	StopTook time.Duration // from the stop signal to the end of process 1
}

// grace is how long docker stop waits for the program.
const grace = 2 * time.Second

func (d Docker) call(args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, client, append([]string{"--host", "unix://" + d.dir + "/docker.sock"}, args...)...)
	cmd.Env = append(os.Environ(), "DOCKER_BUILDKIT=1", "BUILDKIT_PROGRESS=plain", "DOCKER_CONFIG="+d.dir+"/client")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return out.String(), err
}

// Build builds the Dockerfile of a folder with build arguments NAME=VALUE; its
// output says why it failed.
func (d Docker) Build(dir, tag string, buildArgs []string) (string, error) {
	args := []string{"build", "--network", "none", "--tag", tag}
	for _, a := range buildArgs {
		args = append(args, "--build-arg", a)
	}
	return d.call(append(args, dir)...)
}

// Run runs a container and watches it as the run asks for.
func (d Docker) Run(tag string, r *Run) (Observed, error) {
	name := tag + "-run"
	args := []string{"run", "--network", "none", "--name", name}
	if r.detached() {
		args = append(args, "--detach", "--health-interval", "500ms", "--health-retries", "1")
	} else {
		args = append(args, "--env", "SRV_ONCE=1")
	}
	for _, e := range r.Env {
		args = append(args, "--env", e)
	}
	for _, w := range r.Words {
		if w == "IMAGE" {
			w = tag
		}
		args = append(args, w)
	}
	defer d.call("rm", "--force", "--volumes", name) //nolint:errcheck // the engine is thrown away anyway
	out, err := d.call(args...)
	o := Observed{Output: out, Exit: status(err)}
	o.Argv = d.argv(name)
	if !r.detached() || err != nil {
		return o, nil
	}
	return o, d.watch(name, r, &o)
}

func status(err error) int {
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	if err != nil {
		return -1 // the client did not run, or was stopped
	}
	return 0
}

// argv is what the engine starts; nil where it made no container.
func (d Docker) argv(name string) []string {
	out, err := d.call("inspect", "--format", `{{.Path}}{{range .Args}}{{"\x00"}}{{.}}{{end}}`, name)
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(out, "\n"), "\x00")
}

func (d Docker) watch(name string, r *Run, o *Observed) error {
	if r.Health != "" {
		var err error
		if o.Health, err = d.poll("inspect", "--format", "{{.State.Health.Status}}", name)("healthy"); err != nil {
			return err
		}
		o.Output, err = d.call("inspect", "--format", "{{range .State.Health.Log}}{{println .Output}}{{end}}", name)
		return err
	}
	if _, err := d.poll("logs", name)("READY"); err != nil {
		return err
	}
	pid, err := d.call("inspect", "--format", "{{.State.Pid}}", name)
	if err != nil {
		return err
	}
	cmdline, err := os.ReadFile(filepath.Join("/proc", strings.TrimSpace(pid), "cmdline"))
	if err != nil {
		return err
	}
	o.PID1 = strings.Split(strings.TrimSuffix(string(cmdline), "\x00"), "\x00")
	return d.stop(name, o)
}

// stop ends the container as docker stop does, and looks who ended it. The
// engine's own clock is read: a busy machine delays its answer.
func (d Docker) stop(name string, o *Observed) error {
	start := time.Now()
	if _, err := d.call("stop", "--time", strconv.Itoa(int(grace/time.Second)), name); err != nil {
		return err
	}
	state, err := d.call("inspect", "--format", "{{.State.ExitCode}} {{.State.FinishedAt}}", name)
	if err != nil {
		return err
	}
	var finished string
	if _, err := fmt.Sscan(state, &o.Exit, &finished); err != nil {
		return err
	}
	end, err := time.Parse(time.RFC3339Nano, finished)
	if err != nil {
		return err
	}
	o.StopTook = end.Sub(start)
	o.Output, err = d.call("logs", name)
	o.Stop = "killed"
	if strings.Contains(o.Output, "got ") {
		o.Stop = "handled"
	}
	return err
}

// poll repeats a call until its answer holds a text.
func (d Docker) poll(args ...string) func(text string) (string, error) {
	return func(text string) (string, error) {
		var out string
		for range 100 {
			out, _ = d.call(args...)
			if strings.Contains(out, text) {
				return strings.TrimSpace(out), nil
			}
			time.Sleep(100 * time.Millisecond)
		}
		return "", fmt.Errorf("docker %s: no %q in %q", strings.Join(args, " "), text, out)
	}
}
