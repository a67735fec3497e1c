package args

import (
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
)

// ownFrontend reports whether something else than Docker's frontend reads the
// file, which may have uses of its own for an ARG.
func ownFrontend(f *parser.File) bool {
	return slices.ContainsFunc(f.Directives, func(d parser.Directive) bool {
		return d.Name == "syntax" && !strings.Contains(d.Value, "docker/dockerfile")
	})
}

func basesKnown(p *rules.Pass) bool {
	unknown := func(l *launch.Launch) bool { return !l.Root().Known }
	return len(p.File.Errors) == 0 && !slices.ContainsFunc(p.Launches, unknown)
}

// lastStages lists the stages that no other is built on, and that declare an
// ARG. Behind FROM build-$TARGETARCH may be any of those above it.
func lastStages(p *rules.Pass) []*launch.Launch {
	var all []*launch.Launch
	parents := map[*launch.Launch]bool{}
	for _, l := range slices.Backward(p.Launches) {
		if !parents[l] && slices.ContainsFunc(l.Vars(), func(v launch.Var) bool { return !v.Env }) {
			all = append(all, l)
		}
		parents[l.Base.Parent] = true
		if l.Base.Ref == "" {
			break
		}
	}
	return all
}

// behindRun returns what stands below the last RUN, which gets every ARG above
// it, and below what the builder refuses.
func behindRun(steps []*parser.Instruction) []*parser.Instruction {
	for i := len(steps); i > 0; i-- {
		if inst := steps[i-1]; inst.Verb.Value == "RUN" || inst.Err != nil {
			return steps[i:]
		}
	}
	return steps
}

// strays are the names that stand in a FROM line, or in a stage that does not
// declare them: other rules say that the ARG of another stage is meant.
func strays(p *rules.Pass) map[string]bool {
	all := map[string]bool{}
	for _, l := range p.Launches {
		declared := map[string]bool{}
		for _, v := range l.Vars() {
			declared[v.Name] = true
		}
		for _, inst := range l.Stage.Instructions {
			for name := range words(p.File.Text(inst.Span)) {
				all[name] = all[name] || !declared[name]
			}
		}
		for name := range words(p.File.Text(l.Stage.From.Span)) {
			all[name] = true
		}
	}
	return all
}

// unused returns the ARG among some instructions whose names stand nowhere else
// in their scope: not even in a CMD, about which EP401 speaks.
func unused(f *parser.File, candidates, scope []*parser.Instruction) []parser.Pair {
	count := map[string]int{}
	args := argsOf(candidates)
	for _, arg := range args {
		count[arg.Key.Value] = 0
	}
	if len(args) > 0 {
		for _, inst := range scope {
			countWords(f.Text(inst.Span), count)
		}
	}
	return slices.DeleteFunc(args, func(arg parser.Pair) bool { return count[arg.Key.Value] != 1 })
}

// argsOf lists the ARG among some instructions that nothing but the file uses.
func argsOf(candidates []*parser.Instruction) []parser.Pair {
	var args []parser.Pair
	for _, inst := range candidates {
		if inst.Verb.Value != "ARG" || inst.Err != nil {
			continue
		}
		for _, arg := range inst.Pairs {
			if !predefined(arg.Key.Value) {
				args = append(args, arg)
			}
		}
	}
	return args
}

// countWords counts those of the words in a text that count has already.
func countWords(text string, count map[string]int) {
	for word := range words(text) {
		if n, wanted := count[word]; wanted {
			count[word] = n + 1
		}
	}
}
