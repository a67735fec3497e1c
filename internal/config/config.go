// Package config reads .entrylint.yaml.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/rules"
)

// Settings are what is said for one Dockerfile.
type Settings struct {
	FailOn        string                    // a severity or never; "" where nothing is said
	Severity      map[string]rules.Severity // by code
	RequireReason *bool                     // a suppression has to say why; nil where nothing is said
}

// Config is what one file says.
type Config struct {
	Settings
	Exclude []string // globs of files that a search leaves out
	Context string   // the build context, "" where nothing is said
	Images  Images   // base images, before those of the built-in table

	dir       string // of the file: what globs and the context are relative to
	overrides []override
}

// override is what is said for the files that a glob matches.
type override struct {
	files []string
	Settings
}

// Error is a mistake in a configuration.
type Error struct {
	File         string
	Line, Column int // from 1; columns count code points
	Message      string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// Read reads a configuration that stands at the path name; modules know what
// rules there are. The error joins every [*Error] there is.
func Read(name string, text []byte, modules []*rules.Module) (*Config, error) {
	r := &reader{file: name, modules: modules}
	c := &Config{dir: filepath.Dir(name)}
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(text))
	err := dec.Decode(&doc)
	switch {
	case errors.Is(err, io.EOF): // an empty file says nothing
		return c, nil
	case err != nil:
		r.syntax(text, err)
	case !errors.Is(dec.Decode(&more), io.EOF):
		r.fail(&more, "something follows the document: one is enough")
	case doc.Content[0].Tag != "!!null":
		r.config(doc.Content[0], c)
	}
	if r.full() {
		r.errs = append(r.errs[:maxMistakes], fmt.Errorf("%s: there may be more: the rest is not read", name))
	}
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	return c, nil
}

// For returns what is said for the Dockerfile at path: the file as a whole,
// then every override whose glob matches, the last one winning.
func (c *Config) For(path string) Settings {
	s := c.Settings
	s.Severity = maps.Clone(s.Severity)
	for _, o := range c.overrides {
		if !c.matches(o.files, path) {
			continue
		}
		if o.FailOn != "" {
			s.FailOn = o.FailOn
		}
		if o.RequireReason != nil {
			s.RequireReason = o.RequireReason
		}
		if s.Severity == nil {
			s.Severity = map[string]rules.Severity{}
		}
		maps.Copy(s.Severity, o.Severity)
	}
	return s
}

// Excludes reports whether a search leaves the file at path out.
func (c *Config) Excludes(path string) bool { return c.matches(c.Exclude, path) }

// Images are base images by reference; the name may hold *, which stands for
// anything but a slash.
type Images map[string]launch.Config
