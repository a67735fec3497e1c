package args

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// sequences are the instructions that a build runs one after the other: those
// of a stage, and the triggers it leaves to its children.
func sequences(l *launch.Launch) [][]*parser.Instruction {
	var own, triggers []*parser.Instruction
	for _, inst := range l.Stage.Instructions {
		if inst.Trigger != nil {
			triggers = append(triggers, inst.Trigger)
		} else {
			own = append(own, inst)
		}
	}
	return [][]*parser.Instruction{own, triggers}
}

// pairs returns what an instruction declares if it has that verb.
func pairs(inst *parser.Instruction, verb string) []parser.Pair {
	if inst.Verb.Value != verb || inst.Err != nil {
		return nil
	}
	return inst.Pairs
}

// declares returns the pair with which an ARG or ENV declares a name.
func declares(inst *parser.Instruction, verb, name string) (parser.Pair, bool) {
	for _, pair := range pairs(inst, verb) {
		if pair.Key.Value == name {
			return pair, true
		}
	}
	return parser.Pair{}, false
}

func anyDeclares(steps []*parser.Instruction, verb, name string) bool {
	return slices.ContainsFunc(steps, func(inst *parser.Instruction) bool {
		_, ok := declares(inst, verb, name)
		return ok
	})
}

// expands reports whether the builder expands a variable in an instruction.
func expands(inst *parser.Instruction, name string, escape byte) bool {
	if !strings.Contains(inst.Logical.Text, name) && len(inst.Heredocs) == 0 {
		return false
	}
	return slices.ContainsFunc(builderUses(inst, escape), func(u use) bool { return u.Name == name })
}
