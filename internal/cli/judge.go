package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

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
	failOn string        // what the configuration says of it
}

// search finds the files, ahead of those who judge them.
func (r *lintRun) search(ctx context.Context) <-chan path {
	paths := make(chan path, namesAhead)
	go func() {
		defer close(paths)
		for name, err := range dockerfiles.Search(r.request.paths...) {
			if err == nil && r.excludes(name) {
				r.excluded.Add(1)
				continue
			}
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
	if v.err == nil && r.isOutput(p.name) {
		v.err = errOverwrite
	}
	if v.err != nil {
		return v
	}
	defer func() {
		if panicked := recover(); panicked != nil {
			v.err = fmt.Errorf("internal error, please report it: %v\n%s", panicked, debug.Stack())
		}
	}()
	linter, stands := r.linter, r.stands(p.name)
	configured, err := r.configs.of(stands)
	if v.err = err; err != nil {
		return v
	}
	linter.Context = contextOf(&r.contexts, stands, r.request.context, configured)
	if configured != nil {
		settings := configured.For(stands)
		v.failOn = settings.FailOn
		linter.Options.Severity, linter.Options.RequireReason = settings.Severity, settings.RequireReason != nil && *settings.RequireReason
		linter.Images = configured.Images
	}
	var text []byte
	if text, v.err = r.read(p.name); v.err == nil {
		v.result = linter.Lint(r.display(p.name), text)
	}
	return v
}

// excludes reports whether the configuration leaves out a file that was found,
// not named. A configuration that cannot be read excludes nothing: judging the
// file says so.
func (r *lintRun) excludes(name string) bool {
	if slices.ContainsFunc(r.request.paths, func(given string) bool { return filepath.Clean(given) == name }) {
		return false
	}
	configured, err := r.configs.of(name)
	return err == nil && configured != nil && configured.Excludes(name)
}

var errOverwrite = errors.New("the report would overwrite this file")

// isOutput reports whether the report is to replace the file.
func (r *lintRun) isOutput(name string) bool {
	if r.request.output == "" || r.request.output == "-" || name == dockerfiles.Stdin {
		return false
	}
	to, err := os.Stat(r.request.output)
	from, err2 := os.Stat(name)
	return err == nil && err2 == nil && to.Mode().IsRegular() && os.SameFile(to, from)
}

// stands is where a file stands, also the one that comes from standard input.
func (r *lintRun) stands(name string) string {
	if name == dockerfiles.Stdin && r.request.stdinFilename != "" {
		return r.request.stdinFilename
	}
	return name
}

// display is how findings call a path: as given, with forward slashes.
func (r *lintRun) display(name string) string {
	switch {
	case name != dockerfiles.Stdin:
		return filepath.ToSlash(name)
	case r.request.stdinFilename != "":
		return filepath.ToSlash(r.request.stdinFilename)
	default:
		return stdinName
	}
}
