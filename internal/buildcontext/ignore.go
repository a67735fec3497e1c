package buildcontext

import (
	"bytes"
	"io/fs"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

const ignoreFile = ".dockerignore"

// Ignored tells what the .dockerignore of a context keeps out of a build of one
// of its Dockerfiles; nil where there is none.
func Ignored(context fs.FS, dockerfile string) func(path string) bool {
	return ignored(context, context, dockerfile)
}

// ignored reads NAME.dockerignore beside the Dockerfile, else .dockerignore in
// the context, as BuildKit's frontend/dockerui does; an empty one counts for
// none there.
func ignored(context, beside fs.FS, dockerfile string) func(path string) bool {
	text, err := fs.ReadFile(beside, dockerfile+ignoreFile)
	if err != nil || len(text) == 0 {
		text, err = fs.ReadFile(context, ignoreFile)
	}
	if err != nil || len(text) == 0 {
		return nil
	}
	patterns, err := ignorefile.ReadAll(bytes.NewReader(text))
	if err != nil {
		return nil
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil || len(patterns) == 0 {
		return nil
	}
	return func(path string) bool {
		out, err := matcher.MatchesOrParentMatches(path)
		return out && err == nil
	}
}
