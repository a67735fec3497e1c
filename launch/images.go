package launch

import "github.com/entrylint/entrylint/launch/shell"

// Config is what is known of an image.
type Config struct {
	Entrypoint []string `json:"entrypoint,omitempty"`
	Cmd        []string `json:"cmd,omitempty"`
	Shell      []string `json:"shell,omitempty"` // SHELL, nil for the default of OS
	StopSignal string   `json:"stopSignal,omitempty"`
	User       string   `json:"user,omitempty"`
	WorkingDir string   `json:"workingDir,omitempty"`
	Env        []string `json:"env,omitempty"` // names only; PATH goes without saying
	EnvUnknown bool     `json:"-"`             // what Env does not name may be set as well
	OnBuild    []string `json:"onBuild,omitempty"`
	OS         string   `json:"os,omitempty"` // "" for linux, or windows

	// Healthcheck is the test, as in [Health].
	Healthcheck []string `json:"healthcheck,omitempty"`

	// Sh is the shell that stands at /bin/sh.
	Sh shell.Kind `json:"sh,omitempty"`
	// Wrapper tells what the entrypoint does with its arguments: "exec" where
	// it replaces itself by them, "node" where it does and puts node in front
	// of what is no program, "" where it is a program of its own or unknown.
	Wrapper string   `json:"wrapper,omitempty"`
	Tools   []string `json:"tools,omitempty"` // programs known to be there

	ToolsUnknown bool `json:"-"` // others may be there as well, a bash for one
}

// Images knows base images. Config reports false for one it does not know.
type Images interface {
	Config(ref string) (Config, bool)
}
