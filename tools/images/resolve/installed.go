package resolve

import (
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/launch"
)

// packaged are the tools the table knows that come in a package of their name.
var packaged = strings.Fields("bash curl wget git python3 perl tini dumb-init gosu su-exec")

// installs adds what the RUN of a stage install for good, and takes away what
// they remove.
func (img *Image) installs(l *launch.Launch) {
	if img.OS == "windows" {
		return
	}
	runs := readRuns(l)
	groups := map[string]bool{}
	for _, r := range runs {
		for name := range r.removed {
			groups[name] = true
		}
	}
	for _, r := range runs {
		img.Tools = slices.DeleteFunc(img.Tools, func(tool string) bool { return r.removed[tool] })
		img.addTools(r.kept(groups))
	}
}

// readRuns reads the RUN of a stage.
func readRuns(l *launch.Launch) []*run {
	var runs []*run
	for _, inst := range l.Stage.Instructions {
		if _, ok := inst.Cmd.(*instructions.RunCommand); ok && inst.Argv != nil {
			text := strings.Join(inst.Argv.Strings(), " ")
			for _, doc := range inst.Heredocs {
				text += "\n" + doc.Content
			}
			runs = append(runs, readRun(text))
		}
	}
	return runs
}

// kept lists the tools that are there after the RUN. Removed lists the groups
// that some RUN of the stage removes.
func (r *run) kept(removed map[string]bool) []string {
	var all []string
	for _, i := range r.installed {
		again := i.group != "" && (removed[i.group] || !strings.Contains(i.group, "run"))
		if !again && (!i.apt || !r.auto || r.saving && !i.saved) {
			all = append(all, i.packages...)
		}
	}
	all = append(all, r.manual...)
	if slices.Contains(all, "mercurial") { // of Debian and Ubuntu: it is written in Python
		all = append(all, "python3")
	}
	tools := slices.DeleteFunc(slices.Clone(packaged), func(tool string) bool {
		return !slices.Contains(all, tool) || r.removed[tool]
	})
	if r.gosu {
		tools = append(tools, "gosu")
	}
	return tools
}
