//go:build unix

package all_test

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used of the processor: a busy machine makes
// a program wait, but not work more.
func cpuTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
