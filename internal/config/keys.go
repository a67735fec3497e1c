package config

import (
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/shell"
)

// config reads the file as a whole.
func (r *reader) config(n *yaml.Node, c *Config) {
	keys := r.settings(&c.Settings)
	keys["exclude"] = func(n *yaml.Node) { c.Exclude = r.globs(n) }
	keys["context"] = func(n *yaml.Node) {
		if dir := r.text(n); dir != "" {
			c.Context = filepath.Join(c.dir, filepath.FromSlash(dir))
			if info, err := os.Stat(c.Context); err == nil && !info.IsDir() { // a build may still have to make it
				r.fail(n, "%s is not a folder", dir)
			}
		}
	}
	keys["images"] = func(n *yaml.Node) { c.Images = r.images(n) }
	keys["overrides"] = func(n *yaml.Node) {
		for _, item := range r.items(n) {
			if !r.full() {
				c.overrides = append(c.overrides, r.override(item))
			}
		}
	}
	r.keys(n, keys)
}

// settings are the keys that an override has as well.
func (r *reader) settings(s *Settings) map[string]func(*yaml.Node) {
	return map[string]func(*yaml.Node){
		"fail-on":        func(n *yaml.Node) { s.FailOn = r.choice(n, "error", "warning", "info", "never") },
		"rules":          func(n *yaml.Node) { s.Severity = r.severities(n) },
		"require-reason": func(n *yaml.Node) { s.RequireReason = new(r.flag(n)) },
	}
}

func (r *reader) override(n *yaml.Node) override {
	var o override
	keys := r.settings(&o.Settings)
	keys["files"] = func(n *yaml.Node) { o.files = r.globs(n) }
	if r.keys(n, keys) && len(o.files) == 0 {
		r.fail(n, "an override needs `files`, the globs of what it is for")
	}
	return o
}

func (r *reader) images(n *yaml.Node) Images {
	images := Images{}
	r.pairs(n, func(key, value *yaml.Node) {
		if wrong := checkReference(key.Value); wrong != "" {
			r.fail(key, "%s", wrong)
		}
		images[familiar(key.Value)] = r.image(value)
	})
	return images
}

// image reads a base image. Who tells only its shell says nothing of its ENV, and
// nobody lists all programs there are.
func (r *reader) image(n *yaml.Node) launch.Config {
	c := launch.Config{EnvUnknown: true, ToolsUnknown: true}
	words := func(to *[]string) func(*yaml.Node) {
		return func(n *yaml.Node) { *to = r.texts(n) }
	}
	r.keys(n, map[string]func(*yaml.Node){
		"entrypoint":  words(&c.Entrypoint),
		"cmd":         words(&c.Cmd),
		"shell":       words(&c.Shell),
		"onbuild":     words(&c.OnBuild),
		"env":         func(n *yaml.Node) { c.Env, c.EnvUnknown = r.names(n), false },
		"tools":       words(&c.Tools),
		"stop-signal": func(n *yaml.Node) { c.StopSignal = r.text(n) },
		"user":        func(n *yaml.Node) { c.User = r.text(n) },
		"workdir":     func(n *yaml.Node) { c.WorkingDir = r.text(n) },
		"os":          func(n *yaml.Node) { c.OS = r.choice(n, "linux", "windows") },
		"wrapper":     func(n *yaml.Node) { c.Wrapper = r.choice(n, "exec", "node") },
		"sh": func(n *yaml.Node) {
			c.Sh = shell.Kind(r.choice(n, string(shell.Dash), string(shell.Busybox), string(shell.Bash), string(shell.None)))
		},
	})
	if c.OS == "linux" {
		c.OS = "" // as the built-in table has it
	}
	return c
}
