package intent

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

var vendorEntrypointSkipped = &rules.Rule{
	Code:     "EP312",
	Name:     "vendor-entrypoint-skipped",
	Summary:  "a new ENTRYPOINT starts the server of an official image without the entrypoint that prepares it",
	Severity: rules.Warning,
	Since:    "0.1.0",
	Check:    checkVendorEntrypointSkipped,
}

func checkVendorEntrypointSkipped(p *rules.Pass) {
	for _, l := range p.Images() {
		v, ok := vendorOf(l)
		at, here := place(l.Entrypoint)
		if !ok || !here || !inForce(l.Entrypoint) && !isArray(l.Entrypoint, "ENTRYPOINT") || mentions(l, v.instead) || len(v.matters) > 0 && !mentions(l, v.matters) {
			continue
		}
		server, ok := startedServer(l, v)
		drops := v.user != "" && isRoot(l)
		if !ok || v.asRoot && !drops {
			continue
		}
		does := v.does
		if drops {
			does += " and becomes the user " + v.user
		}
		p.Report(rules.Finding{
			At: at,
			Message: fmt.Sprintf("ENTRYPOINT `%s` starts `%s` without `%s` of %s, which %s",
				shown(l.Entrypoint), path.Base(server[0]), path.Base(vendorScript(l)), l.Root().Ref, does),
			Notes: []rules.Note{rules.Fact("%s sets ENTRYPOINT `%s`", l.Root().Ref, rules.ExecForm(l.Root().Config.Entrypoint))},
			Help:  keepHelp(server),
		})
	}
}

// vendorScript is the program of the image's entrypoint behind its init.
func vendorScript(l *launch.Launch) string {
	words := l.Root().Config.Entrypoint
	return words[len(words)-1]
}

// startedServer returns the command line of the server that the container comes
// to start; false where it starts another program, or something that may call
// the image's entrypoint.
func startedServer(l *launch.Launch, v vendor) ([]string, bool) {
	script := path.Base(vendorScript(l))
	var last *launch.Process
	for p := l.Start(launch.Run{}).Process; p != nil; p = p.Next {
		if slices.ContainsFunc(p.Argv, func(w string) bool { return strings.Contains(w, script) }) {
			return nil, false
		}
		last = p
	}
	if last == nil || touches(append(l.Parents(), l), script) {
		return nil, false
	}
	return last.Argv, slices.Contains(v.servers, path.Base(last.Argv[0]))
}

// isRoot reports whether the container starts as root, as far as is known.
func isRoot(l *launch.Launch) bool {
	user, _, _ := strings.Cut(l.User.V, ":")
	return l.User.Known && (user == "" || user == "root" || user == "0")
}

// keepHelp leaves ENTRYPOINT to the image.
func keepHelp(server []string) string {
	if slices.ContainsFunc(server, func(w string) bool { return strings.ContainsAny(w, "$`") }) {
		return fmt.Sprintf("Leave ENTRYPOINT to the image and start `%s` with CMD", path.Base(server[0]))
	}
	return "Leave ENTRYPOINT to the image: CMD " + rules.ExecForm(append([]string{path.Base(server[0])}, server[1:]...))
}
