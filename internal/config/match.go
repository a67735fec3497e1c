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
	way := strings.Trim(glob, "/")
	switch {
	case way == "":
		return "a glob is empty"
	case strings.HasPrefix(glob, "!"):
		return fmt.Sprintf("%q: what a glob matches cannot be taken back", glob)
	case path.Clean(way) != way || strings.HasPrefix(way, "..") || strings.TrimSpace(way) != way:
		return fmt.Sprintf("%q matches nothing: write the path from this folder on, without . and ..", glob)
	case strings.Count(glob, "{") > 4 || !doublestar.ValidatePattern(glob):
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
	case ref == "scratch" || strings.HasSuffix(ref, ":") || strings.HasSuffix(ref, "/"), ref == "" || strings.ContainsAny(ref, " \t\n$"):
		return fmt.Sprintf("%q is no name of an image", ref)
	case strings.ToLower(untagged(ref)) != untagged(ref):
		return fmt.Sprintf("%q: names of images have no capitals", ref)
	case strings.ContainsAny(ref, `[]\?`):
		return fmt.Sprintf("%q: only * stands for other characters", ref)
	}
	return ""
}

// Config implements [launch.Images]: a name as it stands counts more than a
// pattern, one with a tag more than one without, and the longer of two patterns
// more than the shorter one. What none matches is looked up in the built-in
// table.
func (i Images) Config(ref string) (launch.Config, bool) {
	ref = familiar(ref)
	whole := ref
	if whole == untagged(ref) {
		whole += ":latest"
	}
	for _, name := range []string{ref, whole, untagged(ref)} {
		if c, ok := i[name]; ok {
			return c, true
		}
	}
	best := ""
	for pattern := range i {
		if better(pattern, best) && (covers(pattern, ref) || covers(pattern, whole) || covers(pattern, untagged(ref))) {
			best = pattern
		}
	}
	if best != "" {
		return i[best], true
	}
	return launch.BuiltIn().Config(ref)
}

// better orders patterns, so that the same one is chosen every time.
func better(a, b string) bool {
	return len(a) > len(b) || len(a) == len(b) && a < b
}

func covers(pattern, ref string) bool {
	ok, err := path.Match(pattern, ref)
	return ok && err == nil
}

// familiar takes off what a name of the Docker Hub may begin with.
func familiar(ref string) string {
	for _, prefix := range []string{"docker.io/", "index.docker.io/"} {
		if rest, ok := strings.CutPrefix(ref, prefix); ok {
			return strings.TrimPrefix(rest, "library/")
		}
	}
	return ref
}

func untagged(ref string) string {
	ref, _, _ = strings.Cut(ref, "@")
	if colon := strings.LastIndexByte(ref, ':'); colon > strings.LastIndexByte(ref, '/') {
		return ref[:colon]
	}
	return ref
}
