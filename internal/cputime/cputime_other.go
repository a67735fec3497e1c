//go:build !unix

package cputime

import "time"

var begin = time.Now()

// Used is the time that has passed, where nothing better is at hand.
func Used() time.Duration { return time.Since(begin) }
