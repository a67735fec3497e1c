package process

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/daemon"
	"github.com/entrylint/entrylint/parser"
)

// keeper finds a main process that only waits, and where it stands.
func (s started) keeper() (step, parser.Span, bool) {
	if in, ok := s.shell(); ok && !in.text.Traps() {
		if start, end, ok := in.text.Loops(); ok {
			in.start, in.Process = start, &launch.Process{Argv: []string{in.text.Src[start:end]}}
			return in, in.text.at(start, end), true
		}
	}
	steps := s.steps()
	if len(steps) == 0 {
		return step{}, parser.Span{}, false
	}
	main := steps[len(steps)-1]
	return main, main.at, main.command != nil && main.Next == nil && main.ends() && waitsForever(main.Argv)
}

// waitsForever is about tail -f /dev/null and sleep infinity.
func waitsForever(argv []string) bool {
	if path.Base(argv[0]) == "busybox" && len(argv) > 1 {
		argv = argv[1:]
	}
	switch path.Base(argv[0]) {
	case "tail":
		return argv[len(argv)-1] == "/dev/null" && slices.ContainsFunc(argv[1:], func(arg string) bool {
			return daemon.HasOption(arg, "-f") || daemon.HasOption(arg, "-F") || strings.HasPrefix(arg, "--follow")
		})
	case "sleep":
		return len(argv) == 2 && days(argv[1])
	}
	return false
}

// days reports whether sleep takes a day or longer.
func days(arg string) bool {
	switch arg {
	case "infinity", "inf":
		return true
	case "":
		return false
	}
	units := map[byte]float64{'s': 1, 'm': 60, 'h': 3600, 'd': 86400}
	unit, ok := units[arg[len(arg)-1]]
	if ok {
		arg = arg[:len(arg)-1]
	} else {
		unit = 1
	}
	n, err := strconv.ParseFloat(arg, 64)
	return err == nil && n*unit >= 86400
}
