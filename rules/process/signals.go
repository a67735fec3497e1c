package process

import (
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/internal/wordset"
)

// common are the signals that programs are stopped with, the likeliest first.
var common = []string{"TERM", "QUIT", "INT", "KILL", "WINCH", "HUP", "USR1", "USR2", "STOP", "ABRT"}

// signals are all that Linux has but the numbered ones (moby/sys/signal,
// SignalMap).
const signals wordset.Set = `TERM QUIT INT KILL WINCH HUP USR1 USR2 STOP ABRT ALRM BUS CHLD CLD CONT FPE ILL IO IOT PIPE POLL PROF PWR SEGV
	STKFLT SYS TRAP TSTP TTIN TTOU URG VTALRM XCPU XFSZ RTMIN RTMAX`

// isSignal reports whether a name, without SIG, is one of Linux.
func isSignal(name string) bool {
	up, fromMin := strings.CutPrefix(name, "RTMIN+")
	down, fromMax := strings.CutPrefix(name, "RTMAX-")
	switch {
	case fromMin:
		return numbered(up, 15)
	case fromMax:
		return numbered(down, 14)
	}
	return signals.Has(name)
}

func numbered(text string, last int) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n >= 1 && n <= last && strconv.Itoa(n) == text
}
