package process

import (
	"slices"
	"strconv"
)

// common are the signals that programs are stopped with, the likeliest first.
var common = []string{"TERM", "QUIT", "INT", "KILL", "WINCH", "HUP", "USR1", "USR2", "STOP", "ABRT"}

// signals are all that Linux has (moby/sys/signal, SignalMap).
var signals = signalSet()

func signalSet() map[string]bool {
	names := slices.Concat(common, []string{
		"ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "ILL", "IO", "IOT", "PIPE", "POLL", "PROF", "PWR", "SEGV", "STKFLT", "SYS", "TRAP", "TSTP",
		"TTIN", "TTOU", "URG", "VTALRM", "XCPU", "XFSZ", "RTMIN", "RTMAX",
	})
	for n := 1; n <= 15; n++ {
		names = append(names, "RTMIN+"+strconv.Itoa(n))
	}
	for n := 1; n <= 14; n++ {
		names = append(names, "RTMAX-"+strconv.Itoa(n))
	}
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true
	}
	return set
}
