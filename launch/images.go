package launch

// Sh is the kind of shell that stands at /bin/sh of an image. It decides
// whether a shell replaces itself by the last command of its text.
type Sh string

// The kinds. ShUnknown is the zero value.
const (
	ShUnknown  Sh = ""
	Dash       Sh = "dash"    // Debian, Ubuntu: forks, also for a single command
	Busybox    Sh = "busybox" // Alpine: execs the last command
	Bash       Sh = "bash"    // Fedora, CentOS …: execs the last simple command
	NoSh       Sh = "none"    // scratch, distroless: there is no /bin/sh
	Cmd        Sh = "cmd"     // Windows
	PowerShell Sh = "powershell"
)

// Config is what is known of an image.
type Config struct {
	Entrypoint []string `json:"entrypoint,omitempty"`
	Cmd        []string `json:"cmd,omitempty"`
	Shell      []string `json:"shell,omitempty"` // SHELL, nil for the default of OS
	StopSignal string   `json:"stopSignal,omitempty"`
	User       string   `json:"user,omitempty"`
	WorkingDir string   `json:"workingDir,omitempty"`
	Env        []string `json:"env,omitempty"` // names only; PATH goes without saying
	OnBuild    []string `json:"onBuild,omitempty"`
	OS         string   `json:"os,omitempty"` // "" for linux, or windows

	Sh Sh `json:"sh,omitempty"`
	// Wrapper tells what the entrypoint does with its arguments: "exec" where
	// it replaces itself by them, "node" where it does and puts node in front
	// of what is no program, "" where it is a program of its own or unknown.
	Wrapper string   `json:"wrapper,omitempty"`
	Tools   []string `json:"tools,omitempty"` // programs known to be there
}

// Images knows base images. Config reports false for one it does not know.
type Images interface {
	Config(ref string) (Config, bool)
}
