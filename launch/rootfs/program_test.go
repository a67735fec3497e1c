package rootfs_test

import (
	"testing"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch/shell"
)

func TestProgram(t *testing.T) {
	for _, c := range []struct {
		dockerfile, name string
		want             shell.Answer
	}{
		{"FROM debian", "bash", shell.Yes},
		{"FROM debian", "sh", shell.Yes},
		{"FROM alpine", "sh", shell.Yes},
		{"FROM alpine", "bash", shell.No},
		{"FROM alpine", "curl", shell.NotKnown},
		{"FROM scratch", "sh", shell.No},
		{"FROM scratch", "python3", shell.No},
		{"FROM scratch\nCOPY srv /bin/sh", "sh", shell.Yes},
		{"FROM scratch\nADD app.tar.gz /", "sh", shell.NotKnown},
		{"FROM unheard-of", "bash", shell.NotKnown},
		{"FROM unheard-of\nRUN apk add --no-cache bash curl=7", "curl", shell.Yes},
		{"FROM alpine\nRUN apk add --no-cache bash", "bash", shell.Yes},
		{"FROM alpine\nRUN apk add bash~=5", "bash", shell.Yes},
		{"FROM alpine\nRUN apk --no-cache add curl git && rm -rf /tmp/*", "bash", shell.No},
		{"FROM alpine\nRUN apk add libtool", "bash", shell.NotKnown},
		{"FROM alpine\nRUN apk add $PACKAGES", "bash", shell.NotKnown},
		{"FROM alpine\nRUN ./setup.sh", "bash", shell.NotKnown},
		{"FROM alpine\nRUN sh setup.sh", "bash", shell.NotKnown},
		{"FROM alpine\nRUN curl -o /x https://example.org && chmod +x /x", "bash", shell.No},
		{"FROM alpine\nRUN curl https://example.org | sh", "bash", shell.NotKnown},
		{"FROM alpine\nRUN apk add --virtual .deps bash gcc && apk del .deps", "bash", shell.NotKnown},
		{"FROM alpine\nRUN apk add -t .deps gcc && apk add bash && apk del .deps", "bash", shell.Yes},
		{"FROM alpine\nRUN apk add bash && apk del bash", "bash", shell.NotKnown},
		{"FROM alpine\nRUN if x; then apk add bash; fi", "bash", shell.NotKnown},
		{"FROM alpine\nCOPY srv /usr/local/bin/bash", "bash", shell.Yes},
		{"FROM alpine\nCOPY . /usr/local/bin/", "bash", shell.No},
		{"FROM alpine\nCOPY --from=tini /tini /usr/local/bin/", "tini", shell.Yes},
		{"FROM alpine\nCOPY --from=bash /usr/local /usr/local", "bash", shell.NotKnown},
		{"FROM debian\nRUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*", "tini", shell.Yes},
		{"FROM debian\nRUN apt-get install -y curl && apt-get purge -y --auto-remove $DEPS", "curl", shell.NotKnown},
		{"FROM debian\nRUN apt-get install -y nodejs", "node", shell.Yes},
		{"FROM fedora\nRUN dnf install -y tini && dnf clean all", "tini", shell.Yes},
		{"FROM alpine AS a\nRUN apk add bash\nFROM a", "bash", shell.Yes},
		{"FROM node:20-alpine", "node", shell.Yes},
	} {
		t.Run(c.dockerfile, func(t *testing.T) {
			assert.Equal(t, last(t, c.dockerfile, context()).Program(c.name), c.want, c.name)
		})
	}
}
