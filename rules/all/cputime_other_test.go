//go:build !unix

package all_test

import "time"

var begin = time.Now()

func cpuTime() time.Duration { return time.Since(begin) }
