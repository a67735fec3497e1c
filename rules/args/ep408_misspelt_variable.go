package args

import (
	"fmt"
	"strings"
	"sync"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var misspeltVariable = &rules.Rule{
	Code:     "EP408",
	Name:     "misspelt-variable", //nolint:misspell // the name is a contract
	Summary:  "variable of a command instruction that is set nowhere, and is called nearly like one that is",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkMisspeltVariable,
}

func checkMisspeltVariable(p *rules.Pass) {
	count := sync.OnceValue(func() map[string]int { return wordCounts(p.File.Bytes) })
	for _, r := range readsWhere(p, undeclared) {
		if r.Literal || r.Defaulted || r.hasValue() || givenAtRunTime(r.Name) {
			continue
		}
		v, ok := nearest(r.Launch, r.Name)
		if !ok || count()[r.Name] > 1 { // who writes it twice means it
			continue
		}
		f := rules.Finding{
			At:      r.At(),
			Message: r.slipOf(v),
			Help:    fmt.Sprintf("Write `%s`", rules.Clip(strings.Replace(r.Src, r.Name, v.Name, 1))),
		}
		if v.Value.Origin.At != nil {
			f.Notes = append(f.Notes, p.Note(v.Key.Span, "%s is declared here", v.Name))
		}
		if !v.Env {
			f.Help += ". " + provide(v, inStage)
		}
		p.Report(f)
	}
}

func undeclared(l *launch.Launch, name string) bool { return !l.Declared(name) }

func (r read) slipOf(v launch.Var) string {
	src := rules.Clip(r.Src)
	if r.Launch.EnvComplete() {
		return fmt.Sprintf("`%s` is empty when the container runs: nothing sets %s, but %s", src, r.Name, settingOf(v))
	}
	return fmt.Sprintf("`%s` is empty when the container runs, unless the base image sets it: in this file is no %s, but %s", src, r.Name, settingOf(v))
}

// settingOf says where the variable that is meant comes from.
func settingOf(v launch.Var) string {
	switch {
	case v.Value.Origin.Image != "":
		return fmt.Sprintf("the base image sets %s", v.Name)
	case v.Env:
		return fmt.Sprintf("there is ENV %s", v.Name)
	}
	return fmt.Sprintf("there is ARG %s", v.Name)
}
