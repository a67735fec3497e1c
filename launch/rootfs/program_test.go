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
		{"FROM node:20-alpine", "bash", shell.No},
		{"FROM node:20-alpine", "python3", shell.NotKnown},
		{"FROM debian", "python3", shell.No},
		{"FROM debian\nRUN apt-get update && apt-get install -y curl", "python3", shell.No},
		{"FROM debian\nRUN apt-get install -y supervisor", "python3", shell.NotKnown},
		{"FROM debian\nRUN make install", "python3", shell.NotKnown},
		{"FROM debian\nRUN ln -s /opt/python/bin/python3 /usr/bin/", "python3", shell.NotKnown},
		{"FROM debian", "perl", shell.Yes},
		{"FROM ubuntu", "python3", shell.NotKnown},
		{"FROM alpine\nRUN apk add nodejs", "node", shell.Yes},
		{"FROM alpine\nRUN apk add npm", "python3", shell.NotKnown},
		{"FROM gcr.io/distroless/static-debian12", "sh", shell.No},
		{"FROM gcr.io/distroless/static-debian12", "env", shell.No},
		{"FROM gcr.io/distroless/python3-debian12", "python3", shell.NotKnown},
	} {
		t.Run(c.dockerfile, func(t *testing.T) {
			assert.Equal(t, last(t, c.dockerfile, context()).Program(c.name), c.want, c.name)
		})
	}
}

func TestLacksFile(t *testing.T) {
	for _, c := range []struct {
		dockerfile, path string
		want             bool
	}{
		{"FROM alpine", "/bin/bash", true},
		{"FROM alpine", "/bin/sh", false},
		{"FROM alpine", "/usr/bin/env", false},
		{"FROM alpine\nRUN apk add bash", "/usr/bin/bash", false},
		{"FROM alpine\nRUN ln -s /bin/sh /bin/bash", "/bin/bash", false},
		{"FROM alpine\nCOPY --from=bash /usr/local/bin/bash /bin/bash", "/bin/bash", false},
		{"FROM scratch", "/bin/sh", true},
		{"FROM scratch", "/opt/sh", true},
		{"FROM scratch\nCOPY --from=rootfs / /", "/bin/sh", false},
		{"FROM gcr.io/distroless/static-debian12:debug", "/busybox/sh", false},
		{"FROM unheard-of", "/bin/bash", false},
		{"FROM mcr.microsoft.com/windows/nanoserver:ltsc2022", "/bin/sh", false},
	} {
		t.Run(c.dockerfile, func(t *testing.T) {
			assert.Equal(t, last(t, c.dockerfile, context()).LacksFile(c.path), c.want, c.path)
		})
	}
}
