package shellform

import (
	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// setting is a SHELL of a stage, and what it is used for up to the next one,
// in the stages built on this one too.
type setting struct {
	*launch.Launch
	inst     *parser.Instruction
	words    []string
	over     []string         // the SHELL in force above it
	before   []*rules.Command // effective CMD and ENTRYPOINT in shell form that stand above it
	commands []*rules.Command // those that stand below it
	other    bool             // a RUN, a HEALTHCHECK, or an ONBUILD
}

// settings lists the SHELL instructions of the file.
func settings(p *rules.Pass) []*setting {
	commands := map[*parser.Instruction]*rules.Command{}
	for _, c := range p.Commands() {
		commands[c.Inst] = c
	}
	var all []*setting
	last := map[*launch.Launch]*setting{} // in force at the end of a stage
	for _, l := range p.Launches {
		var before []*rules.Command
		in := last[l.Base.Parent]
		for _, inst := range l.Stage.Instructions {
			if cmd, ok := inst.Cmd.(*instructions.ShellCommand); ok && inst.Err == nil && len(cmd.Shell) > 0 {
				in = &setting{Launch: l, inst: inst, words: cmd.Shell, over: l.ShellAt(inst), before: before}
				all = append(all, in)
			} else if in != nil {
				in.use(inst, commands[inst])
			}
			if c := commands[inst]; c != nil && c.Form == parser.Shell && c.Verb() != "HEALTHCHECK" && c.Effective() {
				before = append(before, c)
			}
		}
		last[l] = in
	}
	return all
}

// use notes what an instruction below SHELL needs it for.
func (s *setting) use(inst *parser.Instruction, c *rules.Command) {
	switch cmd := inst.Cmd.(type) {
	case *instructions.RunCommand:
		s.other = s.other || cmd.PrependShell
	case *instructions.OnbuildCommand, nil:
		s.other = true
	}
	switch {
	case c == nil || c.Form != parser.Shell:
	case c.Verb() == "HEALTHCHECK":
		s.other = true
	default:
		s.commands = append(s.commands, c)
	}
}
