package launch_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"gotest.tools/v3/assert"

	"github.com/entrylint/entrylint/launch"
	"github.com/entrylint/entrylint/launch/rootfs"
	"github.com/entrylint/entrylint/parser"
)

// A chain goes on through the scripts of the build context.
func TestChainThroughScripts(t *testing.T) {
	for _, tc := range []struct{ name, dockerfile, script, want string }{
		{
			"exec with the arguments", "FROM debian:12\nCOPY e.sh /\nENTRYPOINT [\"/e.sh\"]\nCMD [\"srv\", \"-v\"]",
			"#!/bin/sh\nexec \"$@\"\n",
			"/e.sh srv -v =exec=> srv -v | app",
		},
		{
			"no exec", "FROM debian:12\nCOPY e.sh /\nENTRYPOINT [\"/e.sh\"]\nCMD [\"srv\"]",
			"#!/bin/sh\n\"$@\"\n",
			"/e.sh srv =child=> srv | shell",
		},
		{
			"no arguments", "FROM debian:12\nCOPY e.sh /\nENTRYPOINT [\"/e.sh\"]",
			"#!/bin/sh\nexec \"$@\"\n",
			"/e.sh | nobody",
		},
		{
			"as another user", "FROM debian:12\nCOPY e.sh /\nENTRYPOINT [\"/e.sh\"]\nCMD [\"srv\"]",
			"#!/bin/sh\nif [ \"$(id -u)\" = 0 ]; then exec gosu app \"$0\" \"$@\"; fi\nexec \"$@\"\n",
			"/e.sh srv =exec=> gosu app /e.sh srv =exec=> /e.sh srv =exec=> srv | app",
		},
		{
			"not root", "FROM debian:12\nUSER app\nCOPY e.sh /\nENTRYPOINT [\"/e.sh\"]\nCMD [\"srv\"]",
			"#!/bin/sh\nif [ \"$(id -u)\" = 0 ]; then exec gosu app \"$0\" \"$@\"; fi\nexec \"$@\"\n",
			"/e.sh srv =exec=> srv | app",
		},
		{
			"ENV decides", "FROM debian:12\nENV MODE=a\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/bin/sh\ncase $MODE in a) exec one ;; b) exec two ;; esac\n",
			"/e.sh =exec=> one | app",
		},
		{
			"a variable that is not set", "FROM debian:12\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/bin/sh\nif [ -n \"$MODE\" ]; then exec one; fi\nexec two\n",
			"/e.sh =exec=> two | app",
		},
		{
			"a variable that it asks for", "FROM debian:12\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/bin/sh\nif [ -z \"$DB\" ]; then echo DB is missing; exit 1; fi\nexec srv\n",
			"/e.sh =exec=> srv | app",
		},
		{
			"through a shell", "FROM alpine:3.19\nCOPY e.sh /\nCMD /e.sh",
			"#!/bin/sh\nexec srv\n",
			"/bin/sh -c /e.sh =exec=> /e.sh =exec=> srv | app",
		},
		{
			"as an argument of a shell", "FROM debian:12\nWORKDIR /app\nCOPY e.sh .\nCMD [\"bash\", \"-e\", \"e.sh\", \"x\"]",
			"exec srv \"$1\"\n",
			"bash -e e.sh x =exec=> srv x | app",
		},
		{
			"found on PATH", "FROM debian:12\nCOPY --chmod=755 e.sh /usr/local/bin/\nENTRYPOINT [\"e.sh\"]\nCMD [\"srv\"]",
			"#!/usr/bin/env bash\nexec \"$@\"\n",
			"e.sh srv =exec=> srv | app",
		},
		{
			"here-document", "FROM debian:12\nCOPY --chmod=755 <<'E' /e.sh\n#!/bin/sh\nexec srv\nE\nCMD [\"/e.sh\"]", "",
			"/e.sh =exec=> srv | app",
		},
		{
			"a trap", "FROM debian:12\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/bin/sh\ntrap 'kill 0' TERM\nsrv\n",
			"/e.sh =child=> srv | unknown",
		},
		{
			"background and wait", "FROM debian:12\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/bin/sh\nsrv &\nwait\n",
			"/e.sh =child=> srv | shell",
		},
		{
			"behind an init", "FROM debian:12\nCOPY e.sh /\nENTRYPOINT [\"tini\", \"--\", \"/e.sh\"]",
			"#!/bin/sh\nsrv\n",
			"tini -- /e.sh =child=> /e.sh =child=> srv | shell",
		},
		{
			"python", "FROM debian:12\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/usr/bin/env python3\nprint(1)\n",
			"/e.sh | app",
		},
		{
			"changed by RUN", "FROM debian:12\nCOPY e.sh /\nRUN sed -i 's/a/b/' /e.sh\nCMD [\"/e.sh\"]",
			"#!/bin/sh\nexec srv\n",
			"/e.sh =unknown=> | unknown",
		},
		{
			"ends in a syntax error", "FROM debian:12\nCOPY e.sh /\nCMD [\"/e.sh\"]",
			"#!/bin/sh\nexec srv\nif then fi )\n",
			"/e.sh =exec=> srv | app",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := parser.Parse("Dockerfile", []byte(tc.dockerfile))
			assert.NilError(t, err)
			ctx := &rootfs.Context{Certain: true, Modes: true, FS: fstest.MapFS{"e.sh": {Data: []byte(tc.script), Mode: fs.FileMode(0o755)}}}
			all := launch.Of(f, func() *rootfs.Context { return ctx }, nil)
			start := all[len(all)-1].Start(launch.Run{})
			assert.Equal(t, picture(start), tc.want)
		})
	}
}

// What keeps a script from being started is said in the engine's words.
func TestErrorsOfScripts(t *testing.T) {
	const sh = "#!/bin/sh\nexec srv\n"
	for _, tc := range []struct {
		name, dockerfile, script string
		mode                     fs.FileMode
		want                     string
	}{
		{"not executable", "COPY e.sh /\nCMD [\"/e.sh\"]", sh, 0o644, `exec: "/e.sh": permission denied`},
		{"not executable, on PATH", "COPY e.sh /usr/local/bin/\nCMD [\"e.sh\"]", sh, 0o644, `exec: "e.sh": executable file not found in $PATH`},
		{"made executable", "COPY e.sh /\nRUN chmod +x /e.sh\nCMD [\"/e.sh\"]", sh, 0o644, ""},
		{"no shebang", "COPY e.sh /\nCMD [\"/e.sh\"]", "exec srv\n", 0o755, "exec /e.sh: exec format error"},
		{"carriage returns", "COPY e.sh /\nCMD [\"/e.sh\"]", "#!/bin/sh\r\nexec srv\r\n", 0o755, "exec /e.sh: no such file or directory"},
		{"carriage returns taken off", "COPY e.sh /\nRUN dos2unix /e.sh\nCMD [\"/e.sh\"]", "#!/bin/sh\r\nexec srv\r\n", 0o755, ""},
		{"elsewhere", "COPY e.sh /usr/local/bin/\nCMD [\"/e.sh\"]", sh, 0o755, `exec: "/e.sh": stat /e.sh: no such file or directory`},
		{"no such interpreter", "COPY e.sh /\nCMD [\"/e.sh\"]", "#!/usr/bin/python3 -u\n", 0o755, "exec /e.sh: no such file or directory"},
		{"not fetched by Git LFS", "COPY e.sh /\nCMD [\"/e.sh\"]", "version https://git-lfs.github.com/spec/v1\n", 0o755, ""},
		{"right", "COPY e.sh /\nCMD [\"/e.sh\"]", sh, 0o755, ""},
		{"an argument of a shell", "COPY e.sh /\nCMD [\"sh\", \"/e.sh\"]", "exec srv\n", 0o644, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := parser.Parse("Dockerfile", []byte("FROM debian:12\n"+tc.dockerfile))
			assert.NilError(t, err)
			ctx := &rootfs.Context{Certain: true, Modes: true, FS: fstest.MapFS{"e.sh": {Data: []byte(tc.script), Mode: tc.mode}}}
			all := launch.Of(f, func() *rootfs.Context { return ctx }, nil)
			assert.Equal(t, all[0].Start(launch.Run{}).Error, tc.want)
		})
	}
}
