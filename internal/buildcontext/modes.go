package buildcontext

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/entrylint/entrylint/internal/dockerfiles"
)

// hasModes reports whether the execute bits of a folder's files are those that
// the build sees. Windows has none, and core.fileMode says that those of a work
// tree are not the repository's.
func (f *Finder) hasModes(dir string) bool {
	if runtime.GOOS == "windows" {
		return false
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	top, found := dockerfiles.Repository(dir)
	if !found {
		return true
	}
	read, _ := f.modes.LoadOrStore(top, sync.OnceValue(func() bool {
		config, err := os.ReadFile(filepath.Join(dockerfiles.GitFolder(top), "config"))
		return err != nil || fileMode(string(config))
	}))
	return read.(func() bool)()
}

// fileMode reads core.fileMode in the configuration of a repository.
func fileMode(config string) bool {
	section, on := "", true
	for line := range strings.Lines(config) {
		line = strings.TrimSpace(line)
		if head, rest, ok := strings.Cut(line, "]"); ok && line[0] == '[' {
			section, line = strings.ToLower(strings.TrimSpace(head[1:])), rest
		}
		key, value, given := strings.Cut(line, "=")
		if section == "core" && strings.EqualFold(strings.TrimSpace(key), "filemode") {
			on = !given || !isFalse(value)
		}
	}
	return on
}

func isFalse(value string) bool {
	if end := strings.IndexAny(value, "#;"); end >= 0 {
		value = value[:end]
	}
	value = strings.ToLower(strings.Trim(value, " \t\""))
	return slices.Contains([]string{"false", "no", "off", "0", ""}, value)
}
