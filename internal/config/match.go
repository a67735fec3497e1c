package config

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/entrylint/entrylint/launch"
)

// checkGlob says what is wrong with a glob, "" for nothing.
func checkGlob(glob string) string {
	switch {
	case strings.Trim(glob, "/") == "":
		return "a glob is empty"
	case !doublestar.ValidatePattern(glob):
		return fmt.Sprintf("%q is no glob", glob)
	}
	return ""
}

// matches reports whether one of the globs matches a file or a folder it is
// in. A glob with a slash is for paths below the configuration's folder, one
// without for names.
func (c *Config) matches(globs []string, file string) bool {
	if len(globs) == 0 {
		return false
	}
	way, ok := c.below(file)
	if !ok {
		return false
	}
	for ; way != "."; way = path.Dir(way) {
		for _, glob := range globs {
			glob = strings.TrimSuffix(glob, "/")
			name := way
			if !strings.Contains(glob, "/") {
				name = path.Base(way)
			}
			if doublestar.MatchUnvalidated(strings.TrimPrefix(glob, "/"), name) {
				return true
			}
		}
	}
	return false
}

// below returns the path of a file from the configuration's folder on.
func (c *Config) below(file string) (string, bool) {
	dir, err := filepath.Abs(c.dir)
	if err != nil {
		return "", false
	}
	if file, err = filepath.Abs(file); err != nil {
		return "", false
	}
	way, err := filepath.Rel(dir, file)
	way = filepath.ToSlash(way)
	return way, err == nil && way != ".." && !strings.HasPrefix(way, "../")
}

// checkReference says what is wrong with the name of an image, "" for nothing.
func checkReference(ref string) string {
	switch {
	case ref == "" || strings.ContainsAny(ref, " \t"):
		return fmt.Sprintf("%q is no name of an image", ref)
	case strings.ContainsAny(ref, `[]\?`):
		return fmt.Sprintf("%q: only * stands for other characters", ref)
	}
	return ""
}

// Config implements [launch.Images]: an exact name first, then the longest
// pattern that matches, then the built-in table. Without a tag or digest a name
// stands for all of them.
func (i Images) Config(ref string) (launch.Config, bool) {
	if c, ok := i[ref]; ok {
		return c, true
	}
	best := ""
	for pattern := range i {
		if len(pattern) > len(best) && (i.covers(pattern, ref) || i.covers(pattern, untagged(ref))) {
			best = pattern
		}
	}
	if best != "" {
		return i[best], true
	}
	return launch.BuiltIn().Config(ref)
}

func (i Images) covers(pattern, ref string) bool {
	ok, err := path.Match(pattern, ref)
	return ok && err == nil
}

func untagged(ref string) string {
	ref, _, _ = strings.Cut(ref, "@")
	if colon := strings.LastIndexByte(ref, ':'); colon > strings.LastIndexByte(ref, '/') {
		return ref[:colon]
	}
	return ref
}
