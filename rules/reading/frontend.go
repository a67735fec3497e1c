package reading

import (
	buildkit "github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/entrylint/entrylint/internal/wordset"
	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/parser"
)

// dockerfileFrontends are the images of BuildKit's own Dockerfile frontend,
// whose parser this is.
const dockerfileFrontends wordset.Set = "docker/dockerfile docker/dockerfile-upstream"

// otherFrontend returns the frontend that # syntax= names where it is not
// BuildKit's for Dockerfiles.
func otherFrontend(f *parser.File) (string, bool) {
	ref, _, _, ok := buildkit.DetectSyntax(f.Bytes)
	if !ok {
		return "", false
	}
	name, ok := launch.ImageName(ref)
	return ref, ok && !dockerfileFrontends.Has(name)
}
