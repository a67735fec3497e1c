package launch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Signals follows the stop signal from process 1 to who acts on it.
func (s *Start) Signals() Signals {
	sig := Signals{Stop: s.Launch.StopSignal.V, Reaches: ReachesUnknown}
	if sig.Stop == "" {
		sig.Stop = "SIGTERM"
	}
	switch {
	case s.Process == nil && s.Error == "", !s.Entrypoint.Known:
		sig.Why = "what is started is not known"
		return sig
	case s.Process == nil:
		sig.Reaches, sig.Why = ReachesNobody, "nothing is started"
		return sig
	case !HasKernelSignal(sig.Stop):
		sig.Reaches, sig.Why = ReachesNobody, "no kernel has a signal "+sig.Stop
		return sig
	case uncatchable(sig.Stop):
		sig.Reaches, sig.Why = ReachesNobody, "no program can handle "+sig.Stop
		return sig
	}
	if b := s.Background(); b != nil {
		sig.Reaches, sig.Why = ReachesNobody, fmt.Sprintf("%s %s, and process 1 ends", b.program, b.How())
		return sig
	}
	p := s.Process.settle()
	switch {
	case p.Kind == Init && p.Hop != None && p.Next != nil:
		sig.Reaches, sig.Why = p.forwards(sig.Stop)
		p = p.Next.settle()
	default:
		sig.Reaches, sig.Why = p.receives(sig.Stop, true)
	}
	if sig.Reaches == ReachesShell {
		sig.At = p
	}
	return sig
}

// uncatchable reports whether the kernel lets no program handle a signal.
func uncatchable(name string) bool {
	switch strings.TrimPrefix(strings.ToUpper(name), "SIG") {
	case "KILL", "9", "STOP", "19":
		return true
	}
	return false
}

// HasKernelSignal reports whether a signal, where it is given by number, is one of
// Linux. Builders take every number but 0 (moby/sys/signal, ParseSignal). Measured with
// Docker 20.10: the engine cannot send others, waits for two seconds and kills.
func HasKernelSignal(name string) bool {
	n, err := strconv.Atoi(name)
	return err != nil || n > 0 && n <= 64
}

// settle follows the hops that keep the process number.
func (p *Process) settle() *Process {
	for p.Hop == Exec && p.Next != nil {
		p = p.Next
	}
	return p
}

// receives tells what becomes of a signal that p gets. The kernel drops, for
// process 1, a signal that the program has no handler for.
func (p *Process) receives(stop string, first bool) (Reach, string) {
	switch {
	case p.Kind == App:
		return ReachesApp, p.name() + " is process 1 and has to handle it"
	case p.Hop == None:
		return ReachesNobody, p.Why
	case p.Hop == Unknown:
		return ReachesUnknown, p.Why
	case p.Kind != Shell && p.Kind != Script:
		return ReachesUnknown, p.Why
	case p.traps:
		return ReachesUnknown, fmt.Sprintf("the %s sets a trap", p.Kind)
	case first:
		return ReachesShell, fmt.Sprintf("the %s is process 1, has no handler for %s and waits for its child", p.Kind, stop)
	default:
		return ReachesShell, fmt.Sprintf("%s ends the %s, its child is killed with the container", stop, p.Kind)
	}
}

// forwards tells whom an init's signal ends with.
func (p *Process) forwards(stop string) (Reach, string) {
	child := p.Next.settle()
	switch {
	case child.Kind == App:
		return ReachesApp, fmt.Sprintf("%s passes %s on to %s", p.Argv[0], stop, child.name())
	case (child.Kind == Shell || child.Kind == Script && !child.traps) && child.Hop == Child && p.Group:
		return ReachesApp, fmt.Sprintf("%s sends %s to the whole process group, but the container ends as soon as the %s does", p.Argv[0], stop, child.Kind)
	default:
		return child.receives(stop, false)
	}
}

// name is how a process is called; one whose name a shell decides has none.
func (p *Process) name() string {
	if slices.Contains(p.Expands, p.Argv[0]) {
		return "the program"
	}
	return p.Argv[0]
}
