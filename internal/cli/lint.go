package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/report"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// lint judges what a request names, and returns the exit status.
func (p *program) lint(req *lintRequest) (int, error) {
	if req.isOneFile() {
		return p.judgeAndReport(context.Background(), req, (*lintRun).judgeOne)
	}
	return interruptible(func(ctx context.Context) (int, error) {
		return p.judgeAndReport(ctx, req, (*lintRun).judgeAll)
	})
}

// isOneFile reports whether a request is what an editor asks for on every save:
// one file, told about on standard output. All of it then happens in one
// goroutine, as starting others, and waiting for signals, takes longer than
// judging does.
func (r *lintRequest) isOneFile() bool {
	if len(r.paths) != 1 || r.output != "" && r.output != "-" {
		return false
	}
	info, err := os.Stat(r.paths[0])
	return r.paths[0] == dockerfiles.Stdin || err == nil && !info.IsDir()
}

func (p *program) judgeAndReport(ctx context.Context, req *lintRequest, judge func(*lintRun, context.Context) error) (int, error) {
	out, err := p.open(req.output)
	if err != nil {
		return notJudged, err
	}
	defer out.discard()
	run, err := p.newRun(req, out)
	if err != nil {
		return notJudged, err
	}
	if err := judge(run, ctx); err != nil {
		return notJudged, writing(err)
	}
	if ctx.Err() != nil {
		return interrupted, nil
	}
	if run.overwrites {
		return notJudged, nil
	}
	if err := errors.Join(run.reporter.Close(), out.keep()); err != nil {
		return notJudged, writing(err)
	}
	return run.status()
}

func writing(err error) error { return fmt.Errorf("writing the report: %w", reason(err)) }

func (p *program) newRun(req *lintRequest, out *output) (*lintRun, error) {
	run := &lintRun{
		program: p, request: req, configs: configs{request: req.config}, said: map[string]bool{},
		linter: rules.Linter{Modules: all.Modules(), Options: req.rules(), Target: req.target},
	}
	if !req.quiet && isTerminal(p.stderr) && p.getenv("TERM") != "dumb" {
		run.progress = progress{to: p.stderr, begin: time.Now()}
	}
	options := report.Options{
		Version: p.buildVersion(),
		Modules: run.linter.Modules,
		Color:   req.color.word == "always",
		Quiet:   req.quiet,
	}
	if out.file == nil {
		options.Color = options.Color || req.color.word == "auto" && p.colored()
		options.Columns = columns(p.stdout)
	}
	var err error
	run.reporter, err = report.New(req.format.word, out, options)
	return run, err
}

// status tells the exit status once every file is judged. A folder without a
// Dockerfile among others is no failure, as in "entrylint services/*"; but a
// run that judged nothing must not look like one that found nothing.
func (r *lintRun) status() (int, error) {
	if err := r.targetError(); err != nil {
		return notJudged, err
	}
	switch {
	case r.missed:
		return notJudged, nil
	case r.done == 0 && r.excluded.Load() > 0:
		return notJudged, fmt.Errorf("every Dockerfile is excluded by %s", config.Name)
	case r.done == 0:
		return notJudged, nil
	case r.failed:
		return findings, nil
	default:
		return clean, nil
	}
}
