// Package engine proves on a real Docker Engine what rules and pid1 claim.
//
// A scene of testdata may carry a section "engine": the docker run commands
// tried on its Dockerfile and what they must show. Its good twin stands next to
// it in "good/Dockerfile" and "good/engine".
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
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
	"mvdan.cc/sh/v3/shell"
)

// Trial is one Dockerfile of a scene with what the engine must show.
type Trial struct {
	Name       string
	Dockerfile string
	Files      []txtar.File // further files of the build context
	BuildArgs  []string     // NAME=VALUE
	Payload    []string     // names under which the payload is put there
	BuildFails string       // text of the build error; "" for a build that works
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
func Trials(name string, scene *txtar.Archive) ([]Trial, error) {
	var trials []Trial
	for _, prefix := range []string{"", "good/"} {
		text := section(scene, prefix+"engine")
		if text == "" {
			continue
		}
		t := Trial{Name: strings.TrimSuffix(name+" "+prefix, "/"), Dockerfile: section(scene, prefix+"Dockerfile")}
		t.Name = strings.TrimSpace(t.Name)
		for _, f := range scene.Files {
			rest, inside := strings.CutPrefix(f.Name, prefix)
			if inside && !slices.Contains(ownSections, rest) && !strings.HasPrefix(rest, "good/") {
				t.Files = append(t.Files, txtar.File{Name: rest, Data: f.Data})
			}
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

// ownSections are no files of the build context.
var ownSections = []string{"engine", "want", "run"}

func section(scene *txtar.Archive, name string) string {
	for _, f := range scene.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func (t *Trial) read(line string) error {
	key, value, _ := strings.Cut(line, " ")
	switch key {
	case "", "#":
		return nil
	case "file":
		t.Payload = append(t.Payload, value)
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
