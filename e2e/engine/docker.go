package engine

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"time"
)

// client is the Docker client of the engine's own package.
const client = "/usr/bin/docker"

// Docker talks to the private engine: to build and to run through the client,
// whose words are what users see, and else to the engine itself.
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

// patience is how long the engine may take for an answer.
const patience = 2 * time.Minute

func (d Docker) call(args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, client, append([]string{"--host", "unix://" + d.dir + "/docker.sock"}, args...)...)
	cmd.Env = append(os.Environ(), "DOCKER_BUILDKIT=1", "BUILDKIT_PROGRESS=plain", "DOCKER_CONFIG="+d.dir+"/client", "GOGC=off")
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
	defer d.remove("containers/" + name)
	out, err := d.call(args...)
	o := Observed{Output: out, Exit: status(err)}
	switch c, err := d.inspect(name); {
	case errors.Is(err, errNotFound): // the engine refused to make it
	case err != nil:
		return o, err
	default:
		o.Argv = append([]string{c.Path}, c.Args...)
	}
	if !r.detached() || err != nil {
		return o, nil
	}
	err = d.watch(name, r, &o)
	return o, err
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
