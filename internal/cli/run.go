package cli

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/entrylint/entrylint/internal/buildcontext"
	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
)

// lintRun is one run of the lint command.
type lintRun struct {
	*program
	request  *lintRequest
	linter   rules.Linter
	configs  configs
	contexts buildcontext.Finder
	reporter report.Reporter
	progress progress

	found    atomic.Int64 // paths so far
	excluded atomic.Int64 // paths that the configuration leaves out
	foundAll atomic.Bool  // there are no more

	reported   int             // paths, those with errors included
	done       int             // files judged
	failed     bool            // a finding is as bad as --fail-on
	missed     bool            // a path could not be judged
	overwrites bool            // a file to be judged is also the one of --output
	said       map[string]bool // what is wrong with configurations, said once
	hasTarget  bool            // a file has the stage of --target
	stages     []string
}

// How far searching and judging may be ahead of printing: the names of files,
// so that their number is known early, and results, which hold whole files.
const (
	namesAhead   = 4096
	resultsAhead = 4 // for each job
)

// judgeOne judges the only path.
func (r *lintRun) judgeOne(context.Context) error {
	for name, err := range dockerfiles.Search(r.request.paths...) {
		if err := r.report(r.judge(path{name, err})); err != nil {
			return err
		}
	}
	return nil
}

// judgeAll judges every path, several at a time, and reports them in order.
func (r *lintRun) judgeAll(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends the search where the report cannot be written
	jobs := r.request.jobs
	queue := inOrder(ctx, r.search(ctx), jobs, resultsAhead*jobs, r.judge)
	tick, stop := r.progress.ticks()
	defer stop()
	defer r.progress.erase()
	for {
		select {
		case next, more := <-queue:
			if !more {
				return nil
			}
			if err := r.await(ctx, next, tick); err != nil {
				return err
			}
		case <-tick:
			r.drawProgress()
		case <-ctx.Done():
			return nil
		}
	}
}

// await reports the next file as soon as it is judged.
func (r *lintRun) await(ctx context.Context, next <-chan verdict, tick <-chan time.Time) error {
	for {
		select {
		case v := <-next:
			return r.report(v)
		case <-tick:
			r.drawProgress()
		case <-ctx.Done():
			return nil
		}
	}
}

func (r *lintRun) drawProgress() {
	total := 0
	if r.foundAll.Load() {
		total = int(r.found.Load())
	}
	r.progress.draw(time.Now(), r.reported, total)
}

// report prints what became of one path.
func (r *lintRun) report(v verdict) error {
	r.progress.erase()
	r.reported++
	if v.err != nil {
		r.overwrites = r.overwrites || errors.Is(v.err, errOverwrite)
		r.missed = r.missed || !errors.Is(v.err, dockerfiles.ErrNone)
		if bad := (*configError)(nil); errors.As(v.err, &bad) {
			r.complainOnce(bad)
		} else {
			r.complain(r.describe(v.path))
		}
		return nil
	}
	r.done++
	r.lookForTarget(v.result.File)
	for _, f := range v.result.Findings {
		r.failed = r.failed || r.request.fails(f.Severity, v.failOn)
	}
	return r.reporter.File(v.result)
}
