package oracle

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/containerd/platforms"
	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	buildparser "github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/solver/pb"

	"github.com/entrylint/entrylint/parser"
	"github.com/entrylint/entrylint/rules"
	"github.com/entrylint/entrylint/rules/all"
)

// parity holds rules against BuildKit's own build checks: in both, a finding is
// its line and the name that the first group of a pattern finds in its message.
var parity = []struct {
	check, rule   string
	theirs, ours  *regexp.Regexp
	leftToBuilder *regexp.Regexp // lines on which the rule stays silent on purpose
	wider         bool           // the check also finds what is none of the rule's business
}{
	{
		"UndefinedArgInFrom", "EP407",
		regexp.MustCompile(`^FROM argument '(\S+)' is not declared`), regexp.MustCompile(`no ARG before FROM declares (\S+?)(?:,|$)`),
		regexp.MustCompile(`\$\{\w+:?-`), false,
	},
	{
		"InvalidDefaultArgInFrom", "EP407",
		regexp.MustCompile(`^Default value for ARG ()`), regexp.MustCompile(`()(?:is no image name|no image name is left)$`),
		nil, true, // a default that makes an invalid name
	},
	{
		"SecretsUsedInArgOrEnv", "EP409",
		regexp.MustCompile(`^Do not use ARG or ENV instructions for sensitive data \(\w+ "(.*)"\)$`), regexp.MustCompile("^`(.*?)`"),
		nil, false,
	},
}

// CheckParity returns how many findings both sides agree on, and where they
// differ. Where BuildKit stops at an error it has not looked at all of the file.
func CheckParity(dockerfile []byte, images Registry) (agreed int, differences []string) {
	theirs, stopped := buildChecks(dockerfile, images)
	lines := strings.Split(string(dockerfile), "\n")
	own := !bytes.Contains(dockerfile, []byte("# check=")) // BuildKit honors its own comments
	linter := rules.Linter{Modules: all.Modules(), Images: images, Options: rules.Options{NoInline: own}}
	res := linter.Lint("Dockerfile", dockerfile)
	for _, p := range parity {
		found := map[string]bool{} // by line and name; whether BuildKit finds it
		for _, w := range theirs[p.check] {
			if m := p.theirs.FindStringSubmatch(w.message); m != nil && (p.leftToBuilder == nil || !p.leftToBuilder.MatchString(lines[w.line-1])) {
				found[key(p.check, lines, w.line, m[1])] = true
			}
		}
		for _, f := range res.Findings {
			m := p.ours.FindStringSubmatch(f.Message)
			if f.Rule.Code != p.rule || m == nil {
				continue
			}
			key := key(p.check, lines, lineOf(res.File, f.At), m[1])
			if !found[key] && !stopped && !strings.HasPrefix(key, "trigger") { // it does not run those of every stage
				differences = append(differences, fmt.Sprintf("only %s: %s", p.rule, key))
			}
			agreed++
			delete(found, key)
		}
		for key := range found {
			if p.wider {
				break
			}
			differences = append(differences, fmt.Sprintf("only %s: %s", p.check, key))
		}
	}
	slices.Sort(differences)
	return agreed, differences
}

// key is what a finding is found by. BuildKit sees a trigger at the FROM that
// runs it, the rule where it is written.
func key(check string, lines []string, line int, name string) string {
	verb, _, _ := strings.Cut(strings.ToUpper(lines[line-1]), " ")
	if check == "SecretsUsedInArgOrEnv" && (verb == "FROM" || verb == "ONBUILD") {
		return "trigger " + name
	}
	return fmt.Sprintf("%d %s", line, name)
}

// lineOf is where the instruction around a place begins.
func lineOf(f *parser.File, at parser.Span) int {
	i := slices.IndexFunc(f.Instructions, func(inst *parser.Instruction) bool { return at.Start < inst.Span.End })
	return f.LineAt(f.Instructions[i].Span.Start)
}

type warning struct {
	line    int
	message string
}

// buildChecks runs BuildKit's checks on all stages.
func buildChecks(dockerfile []byte, images Registry) (found map[string][]warning, stopped bool) {
	found = map[string][]warning{}
	p := platforms.MustParse("linux/amd64")
	caps := pb.Caps.CapSet(pb.Caps.All())
	opt := dockerfile2llb.ConvertOpt{
		TargetPlatform: &p,
		MetaResolver:   images,
		LLBCaps:        &caps,
		MainContext:    new(llb.Scratch()),
		AllStages:      true,
		Warn: func(check, _, _, message string, at []buildparser.Range) {
			found[check] = append(found[check], warning{at[0].Start.Line, message})
		},
	}
	_, err := dockerfile2llb.Dockerfile2LLB(context.Background(), dockerfile, opt)
	return found, err != nil
}
