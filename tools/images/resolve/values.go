package resolve

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// set takes over the values that launch resolved.
func (img *Image) set(l *launch.Launch) error {
	windows := l.Root().Config.OS == "windows"
	if name := unknown(l, windows); name != "" {
		return fmt.Errorf("%s is not known", name)
	}
	img.Entrypoint, img.Cmd, img.Shell = l.Entrypoint.V, l.Cmd.V, nil
	if !l.Shell.Origin.Default() {
		img.Shell = l.Shell.V
	}
	img.StopSignal, img.User, img.WorkingDir = signal(l.StopSignal.V), l.User.V, strings.TrimSuffix(l.WorkingDir.V, "/")
	if windows {
		img.StopSignal, img.WorkingDir = "", ""
	}
	if img.User == "root" {
		img.User = ""
	}
	img.OnBuild = nil
	for _, inst := range l.OnBuild {
		img.OnBuild = append(img.OnBuild, inst.Trigger.Logical.Text)
	}
	img.Healthcheck = nil
	if h := l.Health.V; h != nil && !slices.Equal(h.Test, []string{"NONE"}) {
		img.Healthcheck = h.Test
	}
	img.Sh = shellOf(l, windows)
	if img.Sh == shell.Unknown {
		return errors.New("what stands at /bin/sh is not known")
	}
	return nil
}

// unknown names an instruction whose value launch does not know, "" for none.
// Of Windows, working directory and stop signal are not wanted.
func unknown(l *launch.Launch, windows bool) string {
	switch {
	case !l.Entrypoint.Known:
		return "ENTRYPOINT"
	case !l.Cmd.Known:
		return "CMD"
	case !l.Shell.Known:
		return "SHELL"
	case !l.User.Known:
		return "USER"
	case !l.StopSignal.Known && !windows:
		return "STOPSIGNAL"
	case !l.WorkingDir.Known && !windows:
		return "WORKDIR"
	case !l.Health.Known:
		return "HEALTHCHECK"
	}
	return ""
}

// signal writes a stop signal the long way.
func signal(s string) string {
	if s == "" || strings.HasPrefix(s, "SIG") || strings.Trim(s, "0123456789") == "" {
		return s
	}
	return "SIG" + s
}

func shellOf(l *launch.Launch, windows bool) shell.Kind {
	if !windows {
		return shOf(l)
	}
	if name := strings.ToLower(l.Shell.V[0]); strings.Contains(name, "powershell") || strings.Contains(name, "pwsh") {
		return shell.PowerShell
	}
	return shell.Cmd
}

// shOf is more exact than launch, which takes a RUN that names /bin/sh and ln
// for one that may replace it.
func shOf(l *launch.Launch) shell.Kind {
	if sh := l.Sh(); sh != shell.Unknown {
		return sh
	}
	for _, stage := range append([]*launch.Launch{l}, l.Parents()...) {
		if slices.ContainsFunc(readRuns(stage), func(r *run) bool { return r.otherSh || !r.read }) {
			return shell.Unknown
		}
	}
	return l.Root().Config.Sh
}
