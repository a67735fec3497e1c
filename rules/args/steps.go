package args

import (
	"slices"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// sequence is a list of instructions that a build runs one after the other,
// with what they declare and what the builder expands in them.
type sequence struct {
	steps    []*parser.Instruction
	uses     map[int][]use // by step; most steps have none
	declared map[string][]binding
	read     map[string][]int // the steps that expand a name
	opaque   []int            // how many of the steps so far may read any variable
	trigger  bool             // they are ONBUILD's
}

// binding is a pair of an ARG or ENV.
type binding struct {
	parser.Pair
	Verb string
	Step int
}

// sequences are, for each stage of the file, its instructions and the triggers
// it leaves to its children.
func sequences(p *rules.Pass) [][]*sequence {
	return rules.Shared(p, func(p *rules.Pass) [][]*sequence {
		all := make([][]*sequence, len(p.Launches))
		for i, l := range p.Launches {
			all[i] = sequencesOf(l)
		}
		return all
	})
}

func sequencesOf(l *launch.Launch) []*sequence {
	if !slices.ContainsFunc(l.Stage.Instructions, func(inst *parser.Instruction) bool { return inst.Trigger != nil }) {
		return []*sequence{newSequence(l.Stage.Instructions, l.File.Escape)}
	}
	var own, triggers []*parser.Instruction
	for _, inst := range l.Stage.Instructions {
		if inst.Trigger != nil {
			triggers = append(triggers, inst.Trigger)
		} else {
			own = append(own, inst)
		}
	}
	both := []*sequence{newSequence(own, l.File.Escape), newSequence(triggers, l.File.Escape)}
	both[1].trigger = true
	return both
}

func newSequence(steps []*parser.Instruction, escape byte) *sequence {
	s := &sequence{steps: steps, opaque: make([]int, len(steps)+1)}
	for i, inst := range steps {
		verb := inst.Verb.Value
		if uses := builderUses(inst, escape); len(uses) > 0 {
			s.note(uses, i)
		}
		s.opaque[i+1] = s.opaque[i]
		switch {
		case inst.Err != nil || verb == "RUN": // RUN gets every ARG as an environment variable
			s.opaque[i+1]++
		case verb == "ARG" || verb == "ENV":
			s.declares(verb, inst.Pairs, i)
		}
	}
	return s
}

// note keeps what a step expands.
func (s *sequence) note(uses []use, step int) {
	if s.uses == nil {
		s.uses, s.read = map[int][]use{}, map[string][]int{}
	}
	s.uses[step] = uses
	for _, u := range uses {
		s.read[u.Name] = append(s.read[u.Name], step)
	}
}

func (s *sequence) declares(verb string, pairs []parser.Pair, step int) {
	if s.declared == nil {
		s.declared = make(map[string][]binding, len(pairs))
	}
	for _, pair := range pairs {
		s.declared[pair.Key.Value] = append(s.declared[pair.Key.Value], binding{pair, verb, step})
	}
}

// readBetween reports whether something behind step i, up to j, reads a
// variable or may do so.
func (s *sequence) readBetween(name string, i, j int) bool {
	steps := s.read[name]
	next, _ := slices.BinarySearch(steps, i+1)
	return s.opaque[j+1] > s.opaque[i+1] || next < len(steps) && steps[next] <= j
}
