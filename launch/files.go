package launch

import (
	"strconv"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// step notes what the look-up of a file needs to know of an instruction: where
// it stands, no more. What it does to files is read when somebody asks.
func (b *builder) step(inst *parser.Instruction, from Origin) {
	switch inst.Cmd.(type) {
	case *instructions.CopyCommand, *instructions.AddCommand, *instructions.RunCommand, *instructions.WorkdirCommand:
	case nil:
		if v := inst.Verb.Value; !inst.IsUnknownVerb() && v != "COPY" && v != "ADD" && v != "RUN" {
			return
		}
	default:
		return
	}
	if b.steps == nil {
		b.steps = make([]rootfs.Step, 0, len(b.Stage.Instructions))
	}
	b.steps = append(b.steps, rootfs.Step{
		At: inst, Own: from.At != nil, Vars: len(b.vars),
		Dir: b.WorkingDir.V, DirKnown: b.WorkingDir.Known,
	})
}

// ReadsFiles reports whether there may be a file of the image whose text can be
// read, in any stage.
func (l *Launch) ReadsFiles() bool { return l.build.Readable() }

// Files returns the file system of the stage's image.
func (l *Launch) Files() *rootfs.Image {
	if l.files == nil {
		base := rootfs.Base{Known: l.Base.Known}
		if p := l.Base.Parent; p != nil {
			base.Parent = p.Files()
		} else {
			c := l.Base.Config
			base.Name, base.Tag, _ = splitReference(l.Base.Ref)
			base.Scratch, base.Windows = l.Base.Scratch(), l.windows()
			base.WorkingDir, base.Entrypoint, base.Cmd = c.WorkingDir, c.Entrypoint, c.Cmd
			base.EnvUnknown, base.ToolsUnknown = c.EnvUnknown, c.ToolsUnknown
			base.Env, base.Wrapper, base.Sh, base.Tools = c.Env, c.Wrapper, c.Sh, c.Tools
		}
		l.files = rootfs.New(builtStage{l}, base, l.steps, l.build)
	}
	return l.files
}

// builtStage is what an image asks its stage.
type builtStage struct{ *Launch }

func (s builtStage) Expand(word string, vars int) (string, bool) {
	return s.expandAt(&s.globals.lex, word, vars)
}

func (s builtStage) ExpandText(text string, vars int) (string, bool) {
	return s.expandAt(&s.globals.textLex, text, vars)
}

func (s builtStage) Variable(name string, vars int) (string, bool) {
	v, ok := s.variable(name, vars)
	return v.Value.V, ok && v.Value.Known
}

// From finds an earlier stage by name, ignoring case, or by number (BuildKit,
// dispatchCopy and instructions.HasStage).
func (s builtStage) From(name string) *rootfs.Image {
	for i := len(s.stages) - 1; i >= 0; i-- {
		if strings.EqualFold(s.stages[i].Stage.Name, name) {
			return s.stages[i].Files()
		}
	}
	if n, err := strconv.Atoi(name); err == nil && 0 <= n && n < len(s.stages) {
		return s.stages[n].Files()
	}
	return nil
}
