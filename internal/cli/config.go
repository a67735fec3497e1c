package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/entrylint/entrylint/internal/config"
	"github.com/entrylint/entrylint/internal/dockerfiles"
	"github.com/entrylint/entrylint/rules/all"
)

// configRequest is what a command line says about the configuration.
type configRequest struct {
	file string // --config
	none bool   // --no-config
}

func (r *configRequest) flags(category string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Category: category, Name: "config", Destination: &r.file, Usage: "read `FILE` in place of the nearest " + config.Name},
		&cli.BoolFlag{Category: category, Name: "no-config", Destination: &r.none, DisableDefaultText: true, Usage: "read no configuration"},
	}
}

func (r *configRequest) check() error {
	if r.none && r.file != "" {
		return errors.New("--config and --no-config exclude each other")
	}
	return nil
}

// configs finds and reads configurations, each once. It is safe for
// concurrent use.
type configs struct {
	request configRequest
	byDir   sync.Map // func() (*config.Config, error) by the folder of a Dockerfile
	byFile  sync.Map // the same by the file of the configuration
}

// of returns the configuration for a Dockerfile, or for standard input that is
// called name; nil where there is none.
func (c *configs) of(name string) (*config.Config, error) {
	switch {
	case c.request.none:
		return nil, nil
	case c.request.file != "":
		return c.open(c.request.file)
	case name == dockerfiles.Stdin:
		name = "."
	}
	dir := filepath.Dir(name)
	find, _ := c.byDir.LoadOrStore(dir, sync.OnceValues(func() (*config.Config, error) {
		file, err := config.Find(dir)
		if bad := (*config.Error)(nil); errors.As(err, &bad) {
			bad.File = relative(bad.File)
			return nil, &configError{err}
		}
		if file == "" || err != nil {
			return nil, err
		}
		return c.open(relative(file))
	}))
	return find.(func() (*config.Config, error))()
}

func (c *configs) open(file string) (*config.Config, error) {
	open, _ := c.byFile.LoadOrStore(file, sync.OnceValues(func() (*config.Config, error) {
		read, err := config.Open(file, all.Modules())
		if inFile := (*config.Error)(nil); err != nil && !errors.As(err, &inFile) {
			err = fmt.Errorf("%s: %w", file, reason(err))
		}
		if err != nil {
			err = &configError{err}
		}
		return read, err
	}))
	return open.(func() (*config.Config, error))()
}

// configError is one for all files that a configuration is for.
type configError struct{ error }

// relative shortens a path that stands below the current folder.
func relative(path string) string {
	here, err := os.Getwd()
	if err != nil {
		return path
	}
	short, err := filepath.Rel(here, path)
	if err != nil || short == ".." || strings.HasPrefix(short, ".."+string(filepath.Separator)) {
		return path
	}
	return short
}
