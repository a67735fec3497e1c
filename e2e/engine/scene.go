// Package engine proves on a real Docker Engine what rules and pid1 claim.
//
// A scene of testdata may carry a section "engine": the docker run commands
// tried on its Dockerfile and what they must show. Its good twin stands next to
// it in "good/Dockerfile" and "good/engine". What else there is are files of
// the build context, as internal/scene reads them.
//
//	file NAME             the payload program, put into the build context as NAME
//	arg NAME=VALUE        --build-arg for the build
//	build TEXT            the build fails and says TEXT
//	run WORDS             docker run WORDS; the word IMAGE stands for the image
//	  env NAME=VALUE      for this run
//	  exit N              the exit status
//	  output TEXT         what the container or the engine prints
//	  silent TEXT         what it does not print
//	  pid1 JSON           the command line of process 1, once the payload is up
//	  stop handled|killed whether docker stop is answered by the payload
//	  health healthy|unhealthy
package engine

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
	"mvdan.cc/sh/v3/shell"

	"github.com/entrylint/entrylint/internal/scene"
	"github.com/entrylint/entrylint/launch/rootfs"
)

// Trial is one Dockerfile of a scene with what the engine must show.
type Trial struct {
	Name       string
	Dockerfile string
	Files      []scene.File    // the build context
	Context    *rootfs.Context // the same as rules see it
	BuildArgs  []string        // NAME=VALUE
	BuildFails string          // text of the build error; "" for a build that works
	Runs       []Run
}

// Run is one docker run and what it must show. Empty fields are not looked at.
type Run struct {
	Words  []string
	Env    []string
	Exit   *int
	Output []string
	Silent []string
	PID1   []string
	Stop   string
	Health string
}

// Trials reads the engine sections of a scene.
func Trials(name string, a *txtar.Archive) ([]Trial, error) {
	var trials []Trial
	for _, twin := range []scene.Twin{scene.Bad, scene.Good} {
		text := scene.Section(a, string(twin)+"engine")
		if text == "" {
			continue
		}
		t := Trial{Name: strings.TrimSuffix(name+" "+string(twin), "/"), Dockerfile: scene.Section(a, string(twin)+"Dockerfile")}
		t.Name = strings.TrimSpace(t.Name)
		var err error
		if t.Files, err = scene.Files(a, twin); err != nil {
			return nil, fmt.Errorf("%s: %w", t.Name, err)
		}
		if t.Context, err = scene.Context(a, twin); err != nil {
			return nil, fmt.Errorf("%s: %w", t.Name, err)
		}
		for n, line := range strings.Split(text, "\n") {
			if err := t.read(strings.TrimSpace(line)); err != nil {
				return nil, fmt.Errorf("%s: engine:%d: %w", t.Name, n+1, err)
			}
		}
		if (t.BuildFails == "") == (len(t.Runs) == 0) {
			return nil, fmt.Errorf("%s: engine: want a build that fails, or runs", t.Name)
		}
		trials = append(trials, t)
	}
	return trials, nil
}

func (t *Trial) read(line string) error {
	key, value, _ := strings.Cut(line, " ")
	switch key {
	case "", "#", "file": // internal/scene reads files
		return nil
	case "arg":
		t.BuildArgs = append(t.BuildArgs, value)
		return nil
	case "build":
		t.BuildFails = value
		return nil
	case "run":
		words, err := shell.Fields(value, func(string) string { return "" })
		t.Runs = append(t.Runs, Run{Words: words})
		return err
	}
	if len(t.Runs) == 0 {
		return fmt.Errorf("%q before the first run", key)
	}
	return t.Runs[len(t.Runs)-1].read(key, value)
}

func (r *Run) read(key, value string) error {
	switch key {
	case "env":
		r.Env = append(r.Env, value)
	case "exit":
		status, err := strconv.Atoi(value)
		r.Exit = &status
		return err
	case "output":
		r.Output = append(r.Output, value)
	case "silent":
		r.Silent = append(r.Silent, value)
	case "pid1":
		return json.Unmarshal([]byte(value), &r.PID1)
	case "stop":
		r.Stop = value
	case "health":
		r.Health = value
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return nil
}

// detached reports whether the container has to be looked at while it runs.
func (r *Run) detached() bool { return r.PID1 != nil || r.Stop != "" || r.Health != "" }
