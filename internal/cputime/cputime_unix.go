//go:build unix

// Package cputime measures work for tests: a busy machine makes a program wait,
// but not work more.
package cputime

import (
	"syscall"
	"time"
)

// Used is what the process has used of the processor so far.
func Used() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
