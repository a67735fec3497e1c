package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime/debug"

	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/rules"
)

// path is one path to be judged, or an error in place of it.
type path struct {
	name string
	err  error
}

// verdict is what became of a path.
type verdict struct {
	path
	result *rules.Result // nil if there is an error
}

// search finds the files, ahead of those who judge them.
func (r *lintRun) search(ctx context.Context) <-chan path {
	paths := make(chan path, namesAhead)
	go func() {
		defer close(paths)
		for name, err := range dockerfiles.Search(r.request.paths...) {
			select {
			case paths <- path{name, err}:
			case <-ctx.Done():
				return
			}
			r.found.Add(1)
		}
		r.foundAll.Store(true)
	}()
	return paths
}

// judge lints one file.
func (r *lintRun) judge(p path) (v verdict) {
	v.path = p
	if v.err != nil {
		return v
	}
	defer func() {
		if panicked := recover(); panicked != nil {
			v.err = fmt.Errorf("internal error, please report it: %v\n%s", panicked, debug.Stack())
		}
	}()
	var text []byte
	if text, v.err = r.read(p.name); v.err == nil {
		v.result = r.linter.Lint(r.display(p.name), text)
	}
	return v
}

// display is how findings call a path: as given, with forward slashes.
func (r *lintRun) display(name string) string {
	switch {
	case name != dockerfiles.Stdin:
		return filepath.ToSlash(name)
	case r.request.stdinFilename != "":
		return filepath.ToSlash(r.request.stdinFilename)
	default:
		return "<stdin>"
	}
}
