package resolve

import (
	"fmt"
	"strings"

	"github.com/entrylint/entrylint/launch"
)

// bases are the base images of a time.
type bases struct {
	*Resolver
	when int64
}

// Config implements [launch.Images].
func (b bases) Config(ref string) (launch.Config, bool) {
	img, err := b.reference(ref)
	if err != nil {
		return launch.Config{}, false
	}
	return img.Config, true
}

// reference resolves what FROM names. The images of single architectures, such
// as amd64/debian, are those without that name.
func (b bases) reference(ref string) (*Image, error) {
	name, ok := launch.ImageName(ref)
	if !ok {
		return nil, fmt.Errorf("no image has the name %q", ref)
	}
	if arch, image, ok := strings.Cut(name, "/"); ok && architectures[arch] {
		name = image
	}
	ref, _, _ = strings.Cut(ref, "@")
	tag := "latest"
	if i := strings.LastIndexByte(ref, ':'); i > strings.LastIndexByte(ref, '/') {
		tag = ref[i+1:]
	}
	return b.at(name, tag, b.when)
}

var architectures = map[string]bool{"amd64": true, "arm64v8": true, "arm32v7": true, "arm32v6": true, "i386": true}
