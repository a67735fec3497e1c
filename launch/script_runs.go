package launch

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch/script"
	"github.com/entrylint/entrylint/launch/shell"
)

// AnyWays follows the script for every value of every variable. Ways is about
// the run in which the container is given none.
func (s *ScriptFile) AnyWays() []script.Way { return s.ways(s.Args, false) }

// WaysOfAnyArguments is the same for every list of arguments too; false where
// they cannot be followed.
func (s *ScriptFile) WaysOfAnyArguments() ([]script.Way, bool) {
	if s.any == nil {
		s.any = &anyWays{}
		s.any.ways, s.any.ok = s.follow(nil, true)
	}
	return s.any.ways, s.any.ok
}

// anyWays are kept, for rules ask for them again and again.
type anyWays struct {
	ways []script.Way
	ok   bool
}

// WaysWithoutArguments is about a script that is given none.
func (s *ScriptFile) WaysWithoutArguments() []script.Way { return s.ways(nil, false) }

// Readable reports whether what the script does can be read: it is a shell
// script, and no RUN changes it.
func (s *ScriptFile) Readable() bool {
	return s.Shell && s.Text != nil && s.Text.Err == nil && !s.File.Edited && (s.Word > 0 || len(s.Interpreter) > 0)
}

func (s *ScriptFile) ways(args []string, anyArgs bool) []script.Way {
	ways, ok := s.follow(args, anyArgs)
	if !ok {
		return nil
	}
	return ways
}

func (s *ScriptFile) follow(args []string, anyArgs bool) ([]script.Way, bool) {
	if !s.Readable() {
		return nil, false
	}
	facts := s.launch.facts(s)
	facts.Args, facts.AnyArgs, facts.Env = args, anyArgs, nil
	return script.Ways(s.Text, facts)
}

// ReadsArguments reports whether the script, or a text that it sources, reads
// its arguments in any way. What cannot be read may do so.
func (s *ScriptFile) ReadsArguments() bool {
	return !s.Readable() || s.reads(s.Text, 0)
}

func (s *ScriptFile) reads(text *shell.Text, depth int) bool {
	return depth > maxHops || text.Err != nil || text.ReadsArguments() || slices.ContainsFunc(text.Sourced(), func(w shell.Word) bool {
		switch {
		case script.SetsOnly(strings.Trim(w.Src, `"`)):
			return false
		case !w.Literal:
			return true
		}
		in := s.launch.sourced(s, w.Value)
		return in == nil || s.reads(in, depth+1)
	})
}
