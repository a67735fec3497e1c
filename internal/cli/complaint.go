package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/moby/buildkit/util/suggest"

	"github.com/entrylint/entrylint/parser"
)

// describe says what is wrong with a path, and what could be meant instead.
func (r *lintRun) describe(p path) error {
	err := fmt.Errorf("%s: %w", r.display(p.name), reason(p.err))
	if !errors.Is(p.err, fs.ErrNotExist) {
		return err
	}
	for _, c := range r.commands() {
		if c.name == p.name {
			return fmt.Errorf("%w (a command stands first: %s)", err, c.path())
		}
	}
	return suggest.WrapError(err, filepath.Base(p.name), r.neighbors(p.name), true)
}

// complainOnce says what is wrong with a configuration, which every file below
// it meets.
func (r *lintRun) complainOnce(bad *configError) {
	for line := range strings.SplitSeq(bad.Error(), "\n") {
		if !r.said[line] {
			r.complain(errors.New(line))
		}
		r.said[line] = true
	}
}

// neighbors are the files next to a path that is not there and, if it is one
// word, what else that could have been.
func (r *lintRun) neighbors(path string) []string {
	var names []string
	if entries, err := os.ReadDir(filepath.Dir(path)); err == nil {
		for _, e := range entries {
			names = append(names, e.Name())
		}
	}
	if filepath.Base(path) == path {
		names = append(names, "--help", "--version")
		for _, c := range r.commands()[1:] {
			names = append(names, c.name)
		}
	}
	return names
}

// lookForTarget notes whether the file has the stage of --target and, for a
// misspelled one, what stages there are.
func (r *lintRun) lookForTarget(f *parser.File) {
	if r.request.target == "" || r.hasTarget {
		return
	}
	if _, r.hasTarget = f.Target(r.request.target); r.hasTarget {
		return
	}
	for _, name := range stageNames(f) {
		if !slices.Contains(r.stages, name) {
			r.stages = append(r.stages, name)
		}
	}
}

// targetError reports a --target that no file has.
func (r *lintRun) targetError() error {
	target := r.request.target
	if target == "" || r.hasTarget || r.done == 0 {
		return nil
	}
	err := fmt.Errorf("--target %s: no stage has that name or number", target)
	return suggest.WrapError(err, target, r.stages, false)
}
