package buildcontext

import (
	"path"
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"

	"github.com/entrylint/entrylint/parser"
)

// sources are what a Dockerfile copies from its context: names, and patterns
// that begin with a wildcard. A pattern that nothing matches is no error for
// the builder, so patterns count only where there are no names.
type sources struct{ names, patterns []string }

// maxSources are enough to know a folder by.
const maxSources = 200

func (s sources) count() int {
	if len(s.names) > 0 {
		return len(s.names)
	}
	return len(s.patterns)
}

func sourcesOf(file *parser.File) sources {
	var all sources
	seen := map[string]bool{}
	for _, inst := range file.Instructions {
		for _, name := range copied(inst.Cmd) {
			name, pattern := literal(name)
			if list := &all.names; name != "" && !seen[name] && len(seen) < maxSources {
				if seen[name] = true; pattern {
					list = &all.patterns
				}
				*list = append(*list, name)
			}
		}
	}
	return all
}

// copied are the sources of a COPY or ADD that the context has to hold.
func copied(cmd instructions.Command) []string {
	switch c := cmd.(type) {
	case *instructions.CopyCommand:
		if c.From == "" {
			return c.SourcePaths
		}
	case *instructions.AddCommand:
		return slices.DeleteFunc(slices.Clone(c.SourcePaths), remote)
	}
	return nil
}

// remote tells what ADD downloads.
func remote(source string) bool {
	return strings.Contains(source, "://") || strings.HasPrefix(source, "git@") || strings.HasPrefix(source, "github.com/")
}

// literal returns what is certain of a source: all of it, or the folders in
// front of a wildcard. It is "" for the context itself, and for what only the
// builder can read.
func literal(source string) (name string, pattern bool) {
	if strings.ContainsAny(source, `$"'\`) {
		return "", false
	}
	name = strings.TrimPrefix(path.Clean("/"+source), "/")
	if wild := strings.IndexAny(name, "*?["); wild >= 0 {
		if slash := strings.LastIndexByte(name[:wild], '/'); slash > 0 {
			return name[:slash], false
		}
		if strings.Trim(name, "*/") == "" {
			return "", false
		}
		return name, true
	}
	return name, false
}
