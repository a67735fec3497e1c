package args

import (
	"fmt"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var secretInArg = &rules.Rule{
	Code:     "EP409",
	Name:     "secret-in-arg",
	Summary:  "ARG or ENV whose name says that it holds a secret: its value stays readable",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkSecretInArg,
}

// checkSecretInArg looks where BuildKit's SecretsUsedInArgOrEnv does: not at an
// ARG before FROM, and at triggers only in the stages that run them.
func checkSecretInArg(p *rules.Pass) {
	shipped := map[*launch.Launch]bool{p.Target: true}
	if p.Target != nil {
		for _, l := range p.Target.Parents() {
			shipped[l] = true
		}
	}
	for _, l := range p.Launches {
		image := "the image"
		for _, v := range l.Vars() {
			if v.Value.Origin.At != nil && namesSecret(v.Name) {
				if !shipped[l] {
					image = "the image of stage " + stageName(v)
				}
				f := rules.Finding{At: v.Key.Span, Message: secretMessage(v, image), Help: secretHelp(v)}
				if isNoSecret(v.Name, v.Value) {
					f.Severity, f.Help = rules.Info, helpNoSecret
				}
				p.Report(f)
			}
		}
	}
}

// helpNoSecret is for what BuildKit's check speaks about, and probably is none.
const helpNoSecret = "Leave it if it holds none; `# check=skip=SecretsUsedInArgOrEnv` at the top of the file silences this and BuildKit's check"

func secretMessage(v launch.Var, image string) string {
	if v.Env {
		return fmt.Sprintf("`%s` is named like a secret, and an ENV is part of %s: everybody who has it can read the value", v.Name, image)
	}
	return fmt.Sprintf("`%s` is named like a secret, and each RUN below an ARG keeps its value in the history of %s: everybody who has it can read it", v.Name, image)
}

func secretHelp(v launch.Var) string {
	if v.Env {
		return fmt.Sprintf("Give it to the container, docker run -e %s, or let the program read it from a file", v.Name)
	}
	return fmt.Sprintf("Mount it for the step that needs it: `RUN --mount=type=secret,id=%s …` reads /run/secrets/%s, "+
		"and docker build --secret id=%s,env=%s provides it", v.Name, v.Name, v.Name, v.Name)
}
