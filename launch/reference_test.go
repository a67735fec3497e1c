package launch

import (
	"strings"
	"testing"

	"github.com/distribution/reference"
	"gotest.tools/v3/assert"
)

// The library says what is right; it is a dependency of this test only.
func TestSplitReference(t *testing.T) {
	digest := "@sha256:" + strings.Repeat("a", 64)
	for _, ref := range []string{
		"node", "node:20", "docker.io/library/node:20-alpine", "docker.io/node", "index.docker.io/library/node", "library/node", "user/node:1",
		"localhost/node", "localhost:5000/node:1", "localhost:5000/a/b", "example.com/a/b:T_1.x-y", "gcr.io/distroless/static" + digest,
		"node:20" + digest, "node" + digest, "public.ecr.aws/docker/library/node:20", "", "/", "node:", "a//b", "Node", "UP/node", "a/B", "node:a/b:c",
		"a b", ":20", "node@", "a/b/", "EXAMPLE/a", "my_registry/a",
	} {
		name, tag, ok := splitReference(ref)
		named, err := reference.ParseNormalizedNamed(ref)
		assert.Equal(t, ok, err == nil, "%q: %v", ref, err)
		if err != nil {
			continue
		}
		assert.Equal(t, name, reference.FamiliarName(named), ref)
		want := "latest"
		if _, digested := named.(reference.Digested); digested {
			want = ""
		}
		if tagged, isTagged := named.(reference.Tagged); isTagged {
			want = tagged.Tag()
		}
		assert.Equal(t, tag, want, ref)
	}
}
