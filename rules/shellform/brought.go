package shellform

import (
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// maybeBrought tells for which stages a file may stand at target although the
// base image has none: they, one they are built on, or one built on them copy
// or make it, as far as the file tells.
func maybeBrought(p *rules.Pass, target string) map[*launch.Launch]bool {
	b := bringer{target: target, programs: programs(p)}
	brought := map[*launch.Launch]bool{}
	for _, l := range p.Launches {
		brought[l] = brought[l.Base.Parent] || b.stage(l)
	}
	for _, l := range slices.Backward(p.Launches) {
		if parent := l.Base.Parent; parent != nil && brought[l] {
			brought[parent] = true
		}
	}
	return brought
}

// programs are the names of what the command instructions of the file run: a
// file of that name is copied as a file, not as a folder.
func programs(p *rules.Pass) map[string]bool {
	names := map[string]bool{}
	for _, c := range p.Commands() {
		for _, text := range c.Strings() {
			for _, word := range strings.Fields(text) {
				names[path.Base(strings.Trim(word, `"'`))] = true
			}
		}
	}
	return names
}

// bringer knows which file is looked for.
type bringer struct {
	target   string
	programs map[string]bool
}

// stage looks at a stage's own instructions. What RUN does is not known; on an
// image without a shell it is most often there to make one.
func (b bringer) stage(l *launch.Launch) bool {
	dir := l.Base.Config.WorkingDir
	if l.Base.Parent != nil {
		dir = l.Base.Parent.WorkingDir.V
	}
	for _, inst := range l.Stage.Instructions {
		if inst.Trigger != nil {
			inst = inst.Trigger
		}
		switch inst.Verb.Value {
		case "RUN":
			return true
		case "WORKDIR":
			dir = join(dir, inst)
		case "COPY", "ADD":
			if b.copied(inst, dir) {
				return true
			}
		}
	}
	return false
}

// join is the folder after WORKDIR.
func join(dir string, workdir *parser.Instruction) string {
	if len(workdir.Words) == 0 {
		return dir
	}
	return rootfs.Absolute(dir, workdir.Words[0].Value)
}
