package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// interruptible does work that has something to tidy up when a signal ends it:
// a half-written file, a line of progress. What has not is ended by the signal
// itself, and starts faster for it.
func interruptible(work func(context.Context) (int, error)) (int, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var status int
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		status, err = work(ctx)
	}()
	select {
	case <-done:
		return status, err
	case <-ctx.Done():
	}
	// A write to a pipe that nobody reads must not keep the program alive.
	select {
	case <-done:
	case <-time.After(time.Second):
	}
	return interrupted, nil
}
