package intent

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

var commandInDroppedStage = &rules.Rule{
	Code:     "EP309",
	Name:     "command-in-dropped-stage",
	Summary:  "CMD or ENTRYPOINT in a stage from which only files are copied",
	Severity: rules.Info,
	Since:    "0.1.0",
	Check:    checkCommandInDroppedStage,
}

func checkCommandInDroppedStage(p *rules.Pass) {
	if p.Target == nil || isExport(p.Target.Stage.Name) {
		return
	}
	var dropped []*launch.Launch
	var used map[*launch.Launch]bool
	for _, l := range p.Images() {
		if l == p.Target || len(ownCommands(l)) == 0 {
			continue
		}
		if used == nil {
			used = copiedFrom(p)
		}
		switch {
		case !used[l] || isForItself(l, p.Target): // the file makes several images
			return
		case !isForLooking(l):
			dropped = append(dropped, l)
		}
	}
	for _, l := range dropped {
		for _, inst := range ownCommands(l) {
			p.Report(rules.Finding{
				At:      inst.Span,
				Message: fmt.Sprintf("%s is not in the image: the stage is no base of it, only files are copied from it", written(launch.Origin{At: inst})),
				Notes:   []rules.Note{p.Note(p.Target.Stage.From.Span, "the image begins here")},
				Help:    fmt.Sprintf("Move it to the last stage, or remove it; it counts only for docker build --target %s", stageName(l)),
			})
		}
	}
}

// ownCommands are the CMD and ENTRYPOINT of a stage's own lines that count.
func ownCommands(l *launch.Launch) []*parser.Instruction {
	var all []*parser.Instruction
	for _, inst := range l.Stage.Instructions {
		if inst == l.Entrypoint.Origin.At && inst.Verb.Value == "ENTRYPOINT" || inst == l.Cmd.Origin.At && inst.Verb.Value == "CMD" {
			all = append(all, inst)
		}
	}
	return all
}

// copiedFrom returns the stages that COPY --from and RUN --mount=…,from= name.
func copiedFrom(p *rules.Pass) map[*launch.Launch]bool {
	used := map[*launch.Launch]bool{}
	stages := stagesByName(p)
	for _, l := range p.Launches {
		for _, inst := range l.Stage.Instructions {
			for _, flag := range inst.Flags {
				_, from, ok := strings.Cut(flag.Value, "from=")
				from, _, _ = strings.Cut(from, ",")
				if s := stages[strings.ToLower(from)]; ok && s != nil {
					used[s] = true
				}
			}
		}
	}
	return used
}

// stagesByName finds stages by what COPY --from calls them: the first one of
// several that have the name or the number.
func stagesByName(p *rules.Pass) map[string]*launch.Launch {
	stages := map[string]*launch.Launch{}
	for _, l := range slices.Backward(p.Launches) {
		stages[strconv.Itoa(l.Stage.Index)] = l
		if l.Stage.Name != "" {
			stages[strings.ToLower(l.Stage.Name)] = l
		}
	}
	return stages
}

func stageName(l *launch.Launch) string {
	if l.Stage.Name != "" {
		return l.Stage.Name
	}
	return strconv.Itoa(l.Stage.Index)
}
